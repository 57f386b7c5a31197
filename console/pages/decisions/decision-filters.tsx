import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuthorView } from '../../../contract/conversation';
import { decidedStatuses } from '../../../contract/decision-records';
import { useWording } from '../../view/wording-context';
import type { ChosenFilter } from './decision-list';
import { texts } from './texts';

interface DecisionFiltersProps {
  chosen: ChosenFilter;
  deciders: readonly AuthorView[];
  onChoose(chosen: Partial<ChosenFilter>): void;
}

export function DecisionFilters({ chosen, deciders, onChoose }: DecisionFiltersProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { statuses } = wording.texts;
  return (
    <fieldset className="filters">
      <legend>{words.filter}</legend>
      <NativeSelect
        size="xs"
        label={words.by}
        data={[{ value: '', label: words.everybody }, ...deciders.map(({ id, name }) => ({ value: id, label: name }))]}
        value={chosen.by}
        onChange={({ currentTarget }) => onChoose({ by: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={words.to}
        data={[{ value: '', label: words.any }, ...decidedStatuses.map((status) => ({ value: status, label: statuses[status] }))]}
        value={chosen.to}
        onChange={({ currentTarget }) => onChoose({ to: currentTarget.value as ChosenFilter['to'] })}
      />
      <TextInput
        size="xs"
        type="date"
        label={words.firstDay}
        value={chosen.firstDay}
        max={chosen.lastDay || undefined}
        onChange={({ currentTarget }) => onChoose({ firstDay: currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label={words.lastDay}
        value={chosen.lastDay}
        min={chosen.firstDay || undefined}
        onChange={({ currentTarget }) => onChoose({ lastDay: currentTarget.value })}
      />
    </fieldset>
  );
}
