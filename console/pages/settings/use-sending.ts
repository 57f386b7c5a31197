import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { fieldOf, type SettingsField, type SettingsProblem } from './settings-problem';

interface Sending {
  form: RefObject<HTMLFormElement | null>;
  problem: SettingsProblem | null;
  isUnderWay: boolean;
  submit(event: FormEvent): void;
}

/** Sends a form once, and leads the keyboard to the field that is wrong. */
export function useSending(missing: () => SettingsField | undefined, send: () => Promise<SettingsProblem | null>): Sending {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<SettingsProblem | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const tell = (told: SettingsProblem | null): void => {
    setProblem(told);
    const field = fieldOf(told);
    if (field !== undefined) form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isUnderWay) return;
    const field = missing();
    if (field !== undefined) return tell({ kind: 'missing', field });
    setUnderWay(true);
    tell(await send());
    setUnderWay(false);
  };
  return { form, problem, isUnderWay, submit: (event) => void submit(event) };
}
