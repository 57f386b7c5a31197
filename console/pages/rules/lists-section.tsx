import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import { limits } from '../../../contract/limits';
import { type ListOutcome, listOutcomes, type ScreeningView, startListLanguages } from '../../../contract/screening';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { useDrafted } from '../settings/use-drafted';
import type { RulesDesk } from './rules-desk';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

interface ListsProps {
  workplace: Workplace;
  siteKey: string;
  desk: RulesDesk;
  view: ScreeningView;
  mayChange: boolean;
  onOpen(id: string): void;
}

export function ListsSection({ desk, view, mayChange, onOpen, ...whose }: ListsProps): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  return (
    <section aria-labelledby="rules-lists">
      <h2 id="rules-lists">{texts.lists}</h2>
      {view.lists.length > 0 && (
        <div className="rules-scroll">
          <table className="rules-table">
            <thead>
              <tr>
                {[texts.listName, texts.listLanguage, texts.listOutcome, texts.listState, texts.listCount].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.lists.map(({ id, name, language, outcome, isOn, termCount }) => (
                <tr key={id}>
                  <th scope="row">
                    <button type="button" className="rules-link" dir="auto" onClick={() => onOpen(id)}>
                      {name}
                    </button>
                  </th>
                  <td>{language}</td>
                  <td>{texts.outcomes[outcome]}</td>
                  <td>{isOn ? texts.on : texts.off}</td>
                  <td>{wording.number(termCount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayChange && <NewList {...whose} desk={desk} onMade={onOpen} />}
    </section>
  );
}

interface NewListProps extends Pick<ListsProps, 'workplace' | 'siteKey' | 'desk'> {
  onMade(id: string): void;
}

const blank = { name: '', language: 'en', outcome: listOutcomes[0] as string, start: '' };

function NewList({ workplace, siteKey, desk: { rules }, onMade }: NewListProps): ReactNode {
  const texts = useRulesTexts();
  const { isUnderWay, trouble } = useStore(rules.store);
  const { values, keep, drop } = useDrafted(workplace, `list of ${siteKey}`, blank);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, language, outcome, start } = values;
    const id = await rules.makeList({
      name: name.trim(),
      language: language.trim(),
      outcome: outcome as ListOutcome,
      withStartList: start !== '',
    });
    if (id === undefined) return;
    drop();
    onMade(id);
  };
  const field = (name: 'name' | 'language') => ({
    name,
    required: true,
    withAsterisk: false,
    autoComplete: 'off',
    value: values[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => keep(name, currentTarget.value),
  });
  return (
    <form className="rules-new" aria-labelledby="rules-new" onSubmit={(event) => void make(event)}>
      <h3 id="rules-new">{texts.newList}</h3>
      <TextInput label={texts.listName} maxLength={limits.screening.listNameMaxLength} {...field('name')} />
      <TextInput label={texts.listLanguage} maxLength={35} {...field('language')} />
      <NativeSelect
        label={texts.listOutcome}
        data={listOutcomes.map((value) => ({ value, label: texts.outcomes[value] }))}
        value={values.outcome}
        onChange={({ currentTarget }) => keep('outcome', currentTarget.value)}
      />
      <Checkbox
        label={filled(texts.withStartList, { languages: startListLanguages.join(', ') })}
        checked={values.start !== ''}
        onChange={({ currentTarget }) => keep('start', currentTarget.checked ? 'yes' : '')}
      />
      <TroubleTold trouble={trouble} />
      <div className="rules-buttons">
        <Button type="submit" variant="default" aria-busy={isUnderWay}>
          {texts.makeList}
        </Button>
      </div>
    </form>
  );
}
