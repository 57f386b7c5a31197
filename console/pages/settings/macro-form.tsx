import { InputBase, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { limits } from '../../../contract/limits';
import type { MacroView } from '../../../contract/sanctions';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { FormEnd } from './form-end';
import { useProblemAt } from './problem-told';
import type { MacroText } from './settings-api';
import type { SettingsField, SettingsProblem } from './settings-problem';
import { texts } from './texts';
import { useDrafted } from './use-drafted';
import { useSending } from './use-sending';

interface MacroFormProps {
  workplace: Workplace;
  /** Of the drafts. */
  purpose: string;
  /** The one that is changed; without it a new one is added. */
  macro?: MacroView;
  onSubmit(macro: MacroText): Promise<SettingsProblem | null>;
  /** It was sent, or left. */
  onDone?(): void;
}

export function MacroForm({ workplace, purpose, macro, onSubmit, onDone }: MacroFormProps): ReactNode {
  const words = texts[useWording().language];
  const { values, keep, drop } = useDrafted(workplace, purpose, { name: macro?.name ?? '', text: macro?.text ?? '' });
  const leave = (): void => {
    drop();
    onDone?.();
  };
  const send = async (): Promise<SettingsProblem | null> => {
    const problem = await onSubmit({ name: values.name.trim(), text: values.text.trim() });
    if (problem === null) leave();
    return problem;
  };
  const missing = (): SettingsField | undefined => (['name', 'text'] as const).find((field) => values[field].trim() === '');
  const { form, problem, isUnderWay, submit } = useSending(missing, send);
  const at = useProblemAt(problem);
  return (
    <form className="settings-form" ref={form} noValidate onSubmit={submit}>
      <TextInput
        name="name"
        label={words.nameField}
        description={words.nameHint}
        dir="auto"
        autoComplete="off"
        maxLength={limits.moderation.macroNameMaxLength}
        value={values.name}
        error={at('name')}
        onChange={({ currentTarget }) => keep('name', currentTarget.value)}
      />
      <InputBase
        component="textarea"
        multiline
        rows={4}
        name="text"
        label={words.textField}
        dir="auto"
        maxLength={limits.statement.messageMaxLength}
        value={values.text}
        error={at('text')}
        onChange={({ currentTarget }) => keep('text', currentTarget.value)}
      />
      <FormEnd problem={problem} isUnderWay={isUnderWay} isNew={macro === undefined} onLeave={leave} />
    </form>
  );
}
