import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Catalogue } from '../catalogues/catalogue';
import { useFocusReturn } from './focus';

export interface WithdrawQuestionProps {
  texts: Catalogue;
  /** `onRefused` hears what to tell when it did not work. */
  onWithdraw(onRefused: (refusal: string | null) => void): void;
  onKeep(): void;
}

/** Asks once more, in place. */
export function WithdrawQuestion({ texts, onWithdraw, onKeep }: WithdrawQuestionProps): VNode {
  const [refusal, setRefusal] = useState<string | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useFocusReturn();
  useLayoutEffect(() => keep.current?.focus({ preventScroll: true }), []);
  return (
    <fieldset class="aside" onKeyDown={(event) => event.key === 'Escape' && onKeep()}>
      <legend>{texts.withdrawQuestion}</legend>
      <button type="button" class="primary" onClick={() => onWithdraw(setRefusal)}>
        {texts.withdraw}
      </button>
      <button type="button" class="quiet" ref={keep} onClick={onKeep}>
        {texts.keepIt}
      </button>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </fieldset>
  );
}
