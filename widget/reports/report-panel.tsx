import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublishedComment } from '../../contract/conversation';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { useStore } from '../store/use-store';
import { CopyButton } from '../view/copy-button';
import { useFocusReturn } from '../view/focus';
import { useFrame } from '../view/use-frame';
import { NoticeForm } from './notice-form';
import { NoticeQuestion } from './notice-question';
import { ReportForm } from './report-form';

export interface ReportPanelProps {
  comment: PublishedComment;
  texts: DecisionTexts;
  onClose(): void;
}

/** What stands in the panel: the report, the notice, or what became of a notice. */
type Part = 'report' | 'notice' | 'question';

/** Below the comment that it is about: the form, and then what came of sending it. */
export function ReportPanel({ comment, texts, onClose }: ReportPanelProps): VNode {
  const { model } = useFrame();
  const { report } = texts;
  const isReported = useStore(model.session, ({ reported }) => reported.includes(comment.id));
  const [part, setPart] = useState<Part>('report');
  const [reference, setReference] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  const titleId = `report-${comment.id}`;
  useFocusReturn();
  // What comes in the place of something else is where its reader goes on.
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), [isReported, part, reference]);
  const form = { id: comment.id, texts, onClose };
  return (
    <section
      class="aside report"
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <h4 id={titleId}>{{ report: report.title, notice: report.noticeTitle, question: report.askTitle }[part]}</h4>
      {part === 'report' && (isReported ? <p role="status">{report.done}</p> : <ReportForm {...form} />)}
      {part === 'notice' &&
        (reference === null ? (
          <NoticeForm {...form} onReceived={setReference} />
        ) : (
          <Received reference={reference} texts={texts} onClose={onClose} />
        ))}
      {part === 'question' && <NoticeQuestion {...form} reference={reference ?? ''} />}
      {part === 'report' && isReported && (
        <div class="report-buttons">
          <CloseButton onClose={onClose} />
        </div>
      )}
      {part === 'report' && <PartLink text={report.noticeLink} onClick={() => setPart('notice')} />}
      {(part === 'report' || (part === 'notice' && reference !== null)) && (
        <PartLink text={report.askTitle} onClick={() => setPart('question')} />
      )}
    </section>
  );
}
interface ReceivedProps extends Pick<ReportPanelProps, 'texts' | 'onClose'> {
  reference: string;
}

function Received({ reference, texts: { report }, onClose }: ReceivedProps): VNode {
  const written = useRef<HTMLElement>(null);
  return (
    <>
      <div role="status">
        <p>{report.noticeDone}</p>
        <p class="report-reference">
          <bdi dir="ltr" ref={written}>
            {reference}
          </bdi>
        </p>
      </div>
      <p>{report.keepReference}</p>
      <div class="report-buttons">
        <CopyButton text={reference} mark={() => written.current && getSelection()?.selectAllChildren(written.current)} />
        <CloseButton onClose={onClose} />
      </div>
    </>
  );
}

function CloseButton({ onClose }: Pick<ReportPanelProps, 'onClose'>): VNode {
  return (
    <button type="button" class="quiet" onClick={onClose}>
      {useFrame().model.wording.texts.close}
    </button>
  );
}

function PartLink({ text, onClick }: { text: string; onClick(): void }): VNode {
  return (
    <button type="button" class="link" onClick={onClick}>
      {text}
    </button>
  );
}
