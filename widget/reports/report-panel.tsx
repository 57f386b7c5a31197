import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PublishedComment } from '../../contract/conversation';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { useStore } from '../store/use-store';
import { useFocusReturn } from '../view/focus';
import { useFrame } from '../view/use-frame';
import { NoticeForm } from './notice-form';
import { ReportForm } from './report-form';

export interface ReportPanelProps {
  comment: PublishedComment;
  texts: DecisionTexts;
  onClose(): void;
}

/** Below the comment that it is about: the form, and then what came of sending it. */
export function ReportPanel({ comment, texts, onClose }: ReportPanelProps): VNode {
  const { model } = useFrame();
  const { report } = texts;
  const isReported = useStore(model.session, ({ reported }) => reported.includes(comment.id));
  const [isNotice, setNotice] = useState(false);
  const [reference, setReference] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  const titleId = `report-${comment.id}`;
  useFocusReturn();
  // What comes in the place of something else is where its reader goes on.
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), [isReported, isNotice, reference]);
  const form = { id: comment.id, texts, onClose };
  return (
    <section
      class="aside report"
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <h4 id={titleId}>{isNotice ? report.noticeTitle : report.title}</h4>
      {reference !== null && <Received reference={reference} texts={texts} />}
      {reference === null && isNotice && <NoticeForm {...form} onReceived={setReference} />}
      {!isNotice && (isReported ? <p role="status">{report.done}</p> : <ReportForm {...form} />)}
      {(reference !== null || (isReported && !isNotice)) && <CloseButton onClose={onClose} />}
      {!isNotice && (
        <button type="button" class="link" onClick={() => setNotice(true)}>
          {report.noticeLink}
        </button>
      )}
    </section>
  );
}

function Received({ reference, texts: { report } }: { reference: string; texts: DecisionTexts }): VNode {
  return (
    <div role="status">
      <p>{report.noticeDone}</p>
      <p class="report-reference">
        <bdi dir="ltr">{reference}</bdi>
      </p>
      <p>{report.keepReference}</p>
    </div>
  );
}

function CloseButton({ onClose }: { onClose(): void }): VNode {
  const { texts } = useFrame().model.wording;
  return (
    <div class="report-buttons">
      <button type="button" class="quiet" onClick={onClose}>
        {texts.close}
      </button>
    </div>
  );
}
