import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { limits } from '../../../contract/limits';
import { reasonGrounds } from '../../../contract/reasons';
import { useWording } from '../../view/wording-context';
import { useProblemAt } from './problem-told';
import type { SettingsProblem } from './settings-problem';
import { texts } from './texts';
import type { Drafted } from './use-drafted';

const { titleMaxLength, ruleMaxLength } = limits.reason;

interface ReasonFieldsProps {
  drafted: Drafted<'title' | 'rule' | 'ground' | 'reports'>;
  problem: SettingsProblem | null;
  hasTitle: boolean;
}

export function ReasonFields({ drafted: { values, keep }, problem, hasTitle }: ReasonFieldsProps): ReactNode {
  const words = texts[useWording().language];
  const at = useProblemAt(problem);
  const line = (field: 'title' | 'rule', maxLength: number) => ({
    name: field,
    dir: 'auto',
    autoComplete: 'off',
    maxLength,
    value: values[field],
    error: at(field),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => keep(field, currentTarget.value),
  });
  return (
    <>
      {hasTitle && <TextInput label={words.titleField} description={words.titleHint} {...line('title', titleMaxLength)} />}
      <TextInput label={words.rule} description={words.ruleHint} {...line('rule', ruleMaxLength)} />
      <NativeSelect
        label={words.ground}
        data={reasonGrounds.map((value) => ({ value, label: words.grounds[value] }))}
        value={values.ground}
        onChange={({ currentTarget }) => keep('ground', currentTarget.value)}
      />
      <Checkbox
        label={words.forReports}
        checked={values.reports !== ''}
        onChange={({ currentTarget }) => keep('reports', currentTarget.checked ? 'yes' : '')}
      />
    </>
  );
}
