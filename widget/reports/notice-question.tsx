import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { NoticeStatus } from '../../contract/reports';
import { Refusal } from '../api/parley-api';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { refusalText } from '../frame/refusal-text';
import { useFrame } from '../view/use-frame';
import { Line } from './line';
import type { ReportFormProps } from './report-form';
import { Settlement } from './settlement';

interface NoticeQuestionProps extends ReportFormProps {
  /** Of the notice that was sent from here just now. */
  reference: string;
}

/** What became of a notice, for whoever knows its reference. */
export function NoticeQuestion({ id, texts, reference, onClose }: NoticeQuestionProps): VNode {
  const { model } = useFrame();
  const { report } = texts;
  const form = useRef<HTMLFormElement>(null);
  const { isBusy, trouble, answer, ask } = useAsking(texts);
  return (
    <form
      ref={form}
      aria-labelledby={`report-${id}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const field = form.current?.querySelector('input');
        ask(field?.value.trim() ?? '');
        field?.focus();
      }}
    >
      <Line id={`reference-${id}`} name="reference" label={report.reference} value={reference} trouble={trouble} />
      <p role="status">
        {answer && (
          <>
            <strong>{texts.outcomesOfReports[answer.status]}</strong>{' '}
            <Settlement texts={texts} reportedAt={answer.receivedAt} settledAt={answer.settledAt} />
          </>
        )}
      </p>
      <div class="report-buttons">
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {report.ask}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {model.wording.texts.close}
        </button>
      </div>
    </form>
  );
}

interface Asking {
  isBusy: boolean;
  trouble?: string;
  answer?: NoticeStatus;
  ask(reference: string): void;
}

function useAsking({ report }: DecisionTexts): Asking {
  const { model, act } = useFrame();
  const [state, setState] = useState<Omit<Asking, 'ask'>>({ isBusy: false });
  const tell = (told: Pick<Asking, 'trouble' | 'answer'>): void => setState({ isBusy: false, ...told });
  const ask = (reference: string): void => {
    if (state.isBusy) return;
    if (reference === '') {
      tell({ trouble: report.needed });
      return;
    }
    setState({ isBusy: true });
    act(({ reporting }) =>
      reporting.notice(reference).then(
        (answer) => tell({ answer }),
        (error: unknown) => tell({ trouble: isUnknown(error) ? report.noSuchNotice : refusalText(error, model.wording) }),
      ),
    );
  };
  return { ...state, ask };
}

function isUnknown(error: unknown): boolean {
  return error instanceof Refusal && error.status === 404;
}
