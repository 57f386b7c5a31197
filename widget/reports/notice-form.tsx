import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { reportLimits } from '../../contract/limits';
import type { NoticeRequest } from '../../contract/reports';
import { Refusal } from '../api/parley-api';
import type { DecisionTexts } from '../catalogues/decision-texts';
import type { Wording } from '../catalogues/wording';
import { refusalText } from '../frame/refusal-text';
import { useFrame } from '../view/use-frame';
import { KeptField } from './kept-field';
import { Line } from './line';
import type { ReportFormProps } from './report-form';
import { noticeOn } from './reporting';
import { Trouble } from './trouble';

interface NoticeFormProps extends ReportFormProps {
  onReceived(reference: string): void;
}

type FieldName = 'explanation' | 'law' | 'name' | 'email' | 'isGoodFaith';
type Troubles = Partial<Record<FieldName | 'form', string>>;

/** Says that a comment is illegal; anybody may. */
export function NoticeForm({ id, texts, onClose, onReceived }: NoticeFormProps): VNode {
  const { model } = useFrame();
  const { report } = texts;
  const form = useRef<HTMLFormElement>(null);
  const { isBusy, troubles, send } = useSending({ id, texts, onReceived }, form);
  const keep = useKeptAnswers(id, form);
  const { explanationMaxLength, lawMaxLength, nameMaxLength } = reportLimits;
  const line = (name: FieldName) => ({ id: `notice-${id}-${name}`, name, trouble: troubles[name] });
  return (
    <form
      ref={form}
      aria-labelledby={`report-${id}`}
      noValidate
      onInput={keep}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <KeptField
        place={noticeOn(id)}
        name="explanation"
        label={report.explanation}
        maxLength={explanationMaxLength}
        rows={4}
        trouble={troubles.explanation}
      />
      <Line {...line('law')} label={report.law} maxLength={lawMaxLength} />
      <Line {...line('name')} label={report.yourName} maxLength={nameMaxLength} autocomplete="name" />
      <Line {...line('email')} label={report.yourEmail} type="email" autocomplete="email" />
      <Check name="isAboutMinors" label={report.aboutMinors} />
      <Check {...line('isGoodFaith')} label={report.goodFaith} />
      <p class="refusal" role="alert">
        {troubles.form}
      </p>
      <div class="report-buttons">
        <button type="submit" class="primary" aria-disabled={isBusy}>
          {report.sendNotice}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {model.wording.texts.cancel}
        </button>
      </div>
    </form>
  );
}

function Check({ id = '', name, label, trouble }: { id?: string; name: string; label: string; trouble?: string }): VNode {
  return (
    <>
      <label class="check">
        <input type="checkbox" name={name} aria-invalid={trouble ? true : undefined} aria-describedby={trouble && `${id}-trouble`} />
        {label}
      </label>
      <Trouble id={id} trouble={trouble} />
    </>
  );
}

/** What stands in the lines and boxes is there again when the form is opened anew. @returns keeps what was changed */
function useKeptAnswers(id: string, form: { current: HTMLFormElement | null }): (event: Event) => void {
  const { act } = useFrame();
  useLayoutEffect(() => {
    act(({ reporting }) => {
      for (const field of form.current?.querySelectorAll('input') ?? []) {
        const kept = reporting.answer(id, field.name);
        if (field.type === 'checkbox') field.checked = kept !== '';
        else field.value = kept;
      }
    });
  }, [id]);
  return ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, type, checked, value } = target;
    act(({ reporting }) => reporting.keepAnswer(id, name, type === 'checkbox' && !checked ? '' : value));
  };
}

interface Sending {
  isBusy: boolean;
  troubles: Troubles;
  send(): void;
}

function useSending(
  { id, texts, onReceived }: Pick<NoticeFormProps, 'id' | 'texts' | 'onReceived'>,
  form: { current: HTMLFormElement | null },
): Sending {
  const { model, act } = useFrame();
  const [isBusy, setBusy] = useState(false);
  const [troubles, setTroubles] = useState<Troubles>({});
  const tell = (found: Troubles): void => {
    setTroubles(found);
    const [first] = Object.keys(found);
    form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  };
  const send = (): void => {
    if (isBusy || form.current === null) return;
    const filled = new FormData(form.current);
    const found = unfilledIn(filled, texts, model.wording);
    tell(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    act(async ({ reporting }) => {
      await reporting.sendNotice(id, requestFrom(filled)).then(
        ({ reference }) => onReceived(reference),
        (error: unknown) => tell(troublesIn(error, model.wording)),
      );
      setBusy(false);
    });
  };
  return { isBusy, troubles, send };
}

const answerIn = (filled: FormData, name: string): string => String(filled.get(name) ?? '').trim();

function unfilledIn(filled: FormData, { report }: DecisionTexts, { texts }: Wording): Troubles {
  const isNamed = !filled.has('isAboutMinors');
  const email = answerIn(filled, 'email');
  return {
    ...(answerIn(filled, 'explanation') === '' && { explanation: report.needed }),
    ...(isNamed && answerIn(filled, 'name') === '' && { name: report.needed }),
    ...(isNamed && email === '' && { email: report.needed }),
    ...(email !== '' && !email.includes('@') && { email: texts.notAnEmail }),
    ...(!filled.has('isGoodFaith') && { isGoodFaith: report.needed }),
  };
}

function requestFrom(filled: FormData): NoticeRequest {
  const lines = (['law', 'name', 'email'] as const).map((name) => [name, answerIn(filled, name)] as const);
  return {
    explanation: answerIn(filled, 'explanation'),
    ...Object.fromEntries(lines.filter(([, value]) => value !== '')),
    isAboutMinors: filled.has('isAboutMinors'),
    isGoodFaith: true,
  };
}

/** What to say about a refusal, at the field it is about. */
function troublesIn(error: unknown, wording: Wording): Troubles {
  const isEmail = error instanceof Refusal && error.problem.errors?.some(({ field }) => field === 'email');
  return isEmail ? { email: wording.texts.notAnEmail } : { form: refusalText(error, wording) };
}
