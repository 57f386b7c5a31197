import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { statementLimits } from '../../contract/limits';
import type { OwnStatement } from '../../contract/sanctions';
import { refusalText } from '../frame/refusal-text';
import { useFrame } from '../view/use-frame';
import { objectionTo } from './mine';
import type { DecisionWords } from './words';

export interface ObjectionFormProps {
  statement: OwnStatement;
  until: string;
  words: DecisionWords;
  onClose(): void;
}

/** Says once why a decision is wrong. What is written is a draft at every moment. */
export function ObjectionForm({ statement: { id }, until, words, onClose }: ObjectionFormProps): VNode {
  const { model } = useFrame();
  const { texts } = words;
  const field = useRef<HTMLTextAreaElement>(null);
  const { isBusy, refusal, send } = useSending(id);
  useLayoutEffect(() => {
    if (field.current) field.current.value = model.drafts.read(objectionTo(id));
    field.current?.focus();
  }, []);
  return (
    <form
      class="aside"
      onSubmit={(event) => {
        event.preventDefault();
        void send(field.current?.value ?? '');
      }}
    >
      <label for={`object-${id}`}>{texts.objectLabel}</label>
      <textarea
        ref={field}
        id={`object-${id}`}
        class="kept-text"
        rows={5}
        dir="auto"
        readOnly={isBusy}
        maxLength={statementLimits.appealMaxLength}
        aria-describedby={`object-hint-${id}`}
        aria-invalid={refusal !== null ? true : undefined}
        onInput={(event) => model.drafts.keep(objectionTo(id), event.currentTarget.value)}
      />
      <p class="hint" id={`object-hint-${id}`}>
        {words.objectHint(until)}
      </p>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <button type="submit" class="primary" aria-disabled={isBusy}>
        {texts.objectSend}
      </button>
      <button type="button" class="quiet" onClick={onClose}>
        {model.wording.texts.cancel}
      </button>
    </form>
  );
}

interface Sending {
  isBusy: boolean;
  /** What to tell about a text that was not taken. */
  refusal: string | null;
  send(text: string): Promise<void>;
}

function useSending(id: string): Sending {
  const { model, act } = useFrame();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (text: string): Promise<void> => {
    if (isBusy) return;
    if (text.trim() === '') return setRefusal(model.wording.texts.errors.comment_empty);
    setBusy(true);
    setRefusal(null);
    act(async ({ mine }) => {
      await mine.object(id, text).catch((error: unknown) => setRefusal(refusalText(error, model.wording)));
      setBusy(false);
    });
  };
  return { isBusy, refusal, send };
}
