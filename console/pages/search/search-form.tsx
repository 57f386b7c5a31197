import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import { commentStatuses } from '../../../contract/conversation';
import { limits } from '../../../contract/limits';
import { screeningRules } from '../../../contract/screening';
import { useWording } from '../../view/wording-context';
import { AuthorField } from './author-field';
import type { SearchProps } from './search-props';
import type { Wanted } from './search-query';
import { texts } from './texts';

/** Words are looked for when they are sent, everything else at once. */
export function SearchForm({ workplace, api, found }: Pick<SearchProps, 'workplace' | 'api' | 'found'>): ReactNode {
  const words = texts[useWording().language];
  const { wanted } = useStore(found.store);
  const choose = (chosen: Partial<Wanted>): void => {
    found.write(chosen);
    void found.search();
  };
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // The keyboard goes on to what is found.
    (document.activeElement as HTMLElement | null)?.blur();
    void found.search();
  };
  return (
    <search className="search-form">
      <form onSubmit={send} aria-label={words.fields}>
        <div className="search-line">
          <TextInput
            data-search
            size="xs"
            type="search"
            label={words.text}
            placeholder={words.textHint}
            maxLength={limits.search.textMaxLength}
            autoComplete="off"
            value={wanted.text}
            onChange={({ currentTarget }) => found.write({ text: currentTarget.value })}
          />
          <Button size="xs" type="submit">
            {words.search}
          </Button>
        </div>
        <details open={matchMedia('(min-width: 64rem)').matches}>
          <summary>{words.filters}</summary>
          <Filters wanted={wanted} onChoose={choose} onWrite={(written) => found.write(written)}>
            <AuthorField workplace={workplace} api={api} wanted={wanted} onChoose={choose} />
          </Filters>
        </details>
      </form>
    </search>
  );
}

interface StatusesProps {
  wanted: Pick<Wanted, 'status'>;
  onChoose(chosen: Pick<Wanted, 'status'>): void;
}

interface FiltersProps {
  wanted: Wanted;
  children: ReactNode;
  onChoose(chosen: Partial<Wanted>): void;
  onWrite(written: Partial<Wanted>): void;
}

function Filters({ wanted, children, onChoose, onWrite }: FiltersProps): ReactNode {
  const words = texts[useWording().language];
  return (
    <div className="search-filters">
      <Statuses wanted={wanted} onChoose={onChoose} />
      {children}
      <TextInput
        size="xs"
        label={words.section}
        maxLength={limits.thread.sectionMaxLength}
        value={wanted.section}
        onChange={({ currentTarget }) => onWrite({ section: currentTarget.value })}
      />
      <NativeSelect
        className="search-rule"
        size="xs"
        label={words.rule}
        data={[{ value: '', label: words.anyRule }, ...screeningRules.map((rule) => ({ value: rule, label: words.rules[rule] }))]}
        value={wanted.rule}
        onChange={({ currentTarget }) => onChoose({ rule: currentTarget.value as Wanted['rule'] })}
      />
      {(['firstDay', 'lastDay'] as const).map((day) => (
        <TextInput
          key={day}
          size="xs"
          type="date"
          label={words[day]}
          value={wanted[day]}
          onChange={({ currentTarget }) => onChoose({ [day]: currentTarget.value })}
        />
      ))}
    </div>
  );
}

/** Which of the five are wanted; none says all. */
export function Statuses({ wanted, onChoose }: StatusesProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  return (
    <fieldset className="search-statuses">
      <legend>{words.status}</legend>
      {commentStatuses.map((status) => (
        <Checkbox
          key={status}
          size="xs"
          label={wording.texts.statuses[status]}
          checked={wanted.status.includes(status)}
          onChange={({ currentTarget: { checked } }) =>
            onChoose({ status: commentStatuses.filter((other) => (other === status ? checked : wanted.status.includes(other))) })
          }
        />
      ))}
    </fieldset>
  );
}
