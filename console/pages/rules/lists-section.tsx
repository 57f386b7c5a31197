import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { limits } from '../../../contract/limits';
import { type ListOutcome, listOutcomes, type ScreeningView, startListLanguages } from '../../../contract/screening';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { RulesDesk } from './rules-desk';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

interface ListsProps {
  desk: RulesDesk;
  view: ScreeningView;
  mayChange: boolean;
  onOpen(id: string): void;
}

export function ListsSection({ desk, view, mayChange, onOpen }: ListsProps): ReactNode {
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
      {mayChange && <NewList desk={desk} onMade={onOpen} />}
    </section>
  );
}

function NewList({ desk: { rules }, onMade }: { desk: RulesDesk; onMade(id: string): void }): ReactNode {
  const texts = useRulesTexts();
  const { isUnderWay, trouble } = useStore(rules.store);
  const form = useRef<HTMLFormElement>(null);
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const id = await rules.makeList({
      name: String(fields.get('name')).trim(),
      language: String(fields.get('language')).trim(),
      outcome: fields.get('outcome') as ListOutcome,
      withStartList: fields.has('withStartList'),
    });
    if (id === undefined) return;
    form.current?.reset();
    onMade(id);
  };
  return (
    <form className="rules-new" ref={form} aria-labelledby="rules-new" onSubmit={(event) => void make(event)}>
      <h3 id="rules-new">{texts.newList}</h3>
      <TextInput
        name="name"
        label={texts.listName}
        required
        withAsterisk={false}
        maxLength={limits.screening.listNameMaxLength}
        autoComplete="off"
      />
      <TextInput
        name="language"
        label={texts.listLanguage}
        required
        withAsterisk={false}
        defaultValue="en"
        maxLength={35}
        autoComplete="off"
      />
      <NativeSelect
        name="outcome"
        label={texts.listOutcome}
        data={listOutcomes.map((value) => ({ value, label: texts.outcomes[value] }))}
      />
      <Checkbox name="withStartList" label={filled(texts.withStartList, { languages: startListLanguages.join(', ') })} />
      <TroubleTold trouble={trouble} />
      <div className="rules-buttons">
        <Button type="submit" variant="default" aria-busy={isUnderWay}>
          {texts.makeList}
        </Button>
      </div>
    </form>
  );
}
