import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';
import { useStore } from 'zustand';
import { type ListOutcome, listOutcomes } from '../../../contract/screening';
import { filled, isolated } from '../../catalogues/wording';
import { PageNotLoaded } from '../../view/page-not-loaded';
import { PageSkeleton } from '../../view/skeletons';
import { useWording } from '../../view/wording-context';
import type { OpenList } from './open-list';
import type { RulesDesk } from './rules-desk';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

interface ListPageProps {
  desk: RulesDesk;
  id: string;
  mayChange: boolean;
  onBack(): void;
}

/** More would be too much to look through: they are searched for. */
const maxShown = 200;

/** A list opened. */
export function ListPage({ desk, id, mayChange, onBack }: ListPageProps): ReactNode {
  const texts = useRulesTexts();
  const open = desk.list(id);
  const { phase, list } = useStore(open.store);
  useEffect(() => void open.load(), [open]);
  return (
    <section aria-labelledby="rules-list">
      <Button variant="default" size="xs" onClick={onBack}>
        {texts.back}
      </Button>
      {phase === 'loading' && <PageSkeleton label={texts.loading} />}
      {phase === 'failed' && <PageNotLoaded onTryAgain={() => void open.load()} />}
      {list !== null && (
        <>
          <h2 id="rules-list">{filled(texts.openList, { name: isolated(list.name) })}</h2>
          <p className="quiet">
            {list.language} · {texts.outcomes[list.outcome]} · {list.isOn ? texts.on : texts.off}
          </p>
          <Terms open={open} terms={list.terms} mayChange={mayChange} />
          {mayChange && <Changes desk={desk} open={open} />}
        </>
      )}
    </section>
  );
}

function Terms({ open, terms, mayChange }: { open: OpenList; terms: readonly string[]; mayChange: boolean }): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  const { search, removed } = useStore(open.store);
  const wanted = search.trim().toLowerCase();
  const found = terms.filter((term) => term.toLowerCase().includes(wanted));
  const shown = found.slice(0, maxShown);
  const told =
    shown.length === found.length
      ? wording.plural(texts.listed, found.length)
      : filled(texts.listedShown, { shown: wording.number(shown.length), count: wording.number(found.length) });
  return (
    <>
      <TextInput
        label={texts.search}
        type="search"
        value={search}
        autoComplete="off"
        onChange={({ currentTarget }) => open.type({ search: currentTarget.value })}
      />
      <p className="quiet" role="status">
        {told}
      </p>
      {shown.length > 0 && (
        <ul className="rules-terms" aria-label={texts.takeOut}>
          {shown.map((term) => (
            <li key={term}>
              {mayChange ? (
                <label dir="auto">
                  <input type="checkbox" checked={removed.has(term)} onChange={() => open.toggle(term)} /> {term}
                </label>
              ) : (
                <span dir="auto">{term}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && shown.length > 0 && <p className="quiet">{texts.takeOut}</p>}
    </>
  );
}

function Changes({ desk: { trial }, open }: { desk: RulesDesk; open: OpenList }): ReactNode {
  const texts = useRulesTexts();
  const { list, added, outcome, isUnderWay, trouble } = useStore(open.store);
  const { isUnderWay: isTrying } = useStore(trial.store);
  const addId = useId();
  if (list === null) return null;
  const { isChanged } = open;
  const tryIt = async (): Promise<void> => {
    const proposed = await open.prepareTrial();
    if (proposed !== undefined) await trial.begin({ list: proposed });
  };
  return (
    <>
      <div className="rules-fields">
        <div className="rules-field">
          <label htmlFor={addId}>{texts.add}</label>
          <textarea
            id={addId}
            rows={5}
            value={added}
            spellCheck={false}
            aria-describedby={`${addId}-hint`}
            onChange={({ currentTarget }) => open.type({ added: currentTarget.value })}
          />
          <p className="quiet" id={`${addId}-hint`}>
            {texts.addHint}
          </p>
        </div>
        <NativeSelect
          label={texts.listOutcome}
          data={listOutcomes.map((value) => ({ value, label: texts.outcomes[value] }))}
          value={outcome ?? list.outcome}
          onChange={({ currentTarget }) => open.type({ outcome: currentTarget.value as ListOutcome })}
        />
      </div>
      <TroubleTold trouble={trouble} />
      <div className="rules-buttons">
        <Button disabled={list.isOn && !isChanged} aria-busy={isTrying || isUnderWay} onClick={() => void tryIt()}>
          {texts.tryList}
        </Button>
        <Button variant="default" disabled={!isChanged} aria-busy={isUnderWay} onClick={() => void open.save()}>
          {list.isOn ? texts.saveListOn : texts.saveList}
        </Button>
        {list.isOn && (
          <>
            <Button variant="default" onClick={() => void trial.begin({ list: { id: list.id, isOn: false } })}>
              {texts.tryOff}
            </Button>
            <Button variant="default" aria-busy={isUnderWay} onClick={() => void open.switchOff()}>
              {texts.switchOff}
            </Button>
          </>
        )}
        <Button variant="subtle" disabled={!isChanged} onClick={() => open.forgetTyped()}>
          {texts.forget}
        </Button>
      </div>
    </>
  );
}
