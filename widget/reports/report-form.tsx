import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { reportLimits } from '../../contract/limits';
import type { ReportReason, ReportRequest } from '../../contract/reports';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { refusalText } from '../frame/refusal-text';
import { useFrame } from '../view/use-frame';
import { KeptField } from './kept-field';
import { reportOn } from './reporting';

export interface ReportFormProps {
  /** Of the comment. */
  id: string;
  texts: DecisionTexts;
  onClose(): void;
}

/** Says to the moderators what is wrong with a comment. */
export function ReportForm({ id, texts, onClose }: ReportFormProps): VNode {
  const { model } = useFrame();
  const { report } = texts;
  const form = useRef<HTMLFormElement>(null);
  const { isBusy, refusal, send, tell } = useSending(id);
  const read = (): ReportRequest | null => {
    const { reason, text = '' } = Object.fromEntries(new FormData(form.current ?? undefined)) as Record<string, string>;
    return reason === undefined ? null : { reasonId: reason, ...(text.trim() !== '' && { text }) };
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (read() === null) {
      tell(report.chooseReason);
      form.current?.querySelector('input')?.focus();
    } else send(read);
  };
  return (
    <form ref={form} aria-labelledby={`report-${id}`} noValidate onSubmit={submit}>
      <fieldset>
        <legend>{report.question}</legend>
        <Reasons texts={texts} />
      </fieldset>
      <KeptField place={reportOn(id)} name="text" label={report.note} maxLength={reportLimits.textMaxLength} rows={2} />
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <div class="report-buttons">
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {report.send}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {model.wording.texts.cancel}
        </button>
      </div>
    </form>
  );
}

function Reasons({ texts }: { texts: DecisionTexts }): VNode {
  const { model, act } = useFrame();
  const { loading, loadFailed, tryAgain } = model.wording.texts;
  const [reasons, setReasons] = useState<readonly ReportReason[] | 'failed' | null>(null);
  const ask = (): void => act(({ reporting }) => reporting.reasons().then(setReasons, () => setReasons('failed')));
  useEffect(ask, []);
  if (reasons === null) return <p role="status">{loading}</p>;
  if (reasons === 'failed') {
    return (
      <p class="refusal" role="alert">
        {loadFailed}
        <button type="button" class="link" onClick={ask}>
          {tryAgain}
        </button>
      </p>
    );
  }
  return (
    <>
      {reasons.map(({ id, key, title }) => (
        <label class="check" key={id}>
          <input type="radio" name="reason" value={id} />
          <span dir="auto">{key === null ? title : texts.reasons[key]}</span>
        </label>
      ))}
    </>
  );
}

interface Sending {
  isBusy: boolean;
  refusal: string | null;
  tell(refusal: string | null): void;
  /** What `read` says; after the reader has joined, what it says then. */
  send(read: () => ReportRequest | null): void;
}

function useSending(id: string): Sending {
  const { model, act } = useFrame();
  const [isBusy, setBusy] = useState(false);
  const [refusal, tell] = useState<string | null>(null);
  const send: Sending['send'] = (read) => {
    const request = read();
    if (isBusy || request === null) return;
    setBusy(true);
    tell(null);
    act(async ({ reporting }) => {
      const sending = reporting.report(id, request, () => send(read));
      await sending.catch((error: unknown) => tell(refusalText(error, model.wording)));
      setBusy(false);
    });
  };
  return { isBusy, refusal, tell, send };
}
