import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ListOutcome, ScreeningView } from '../../../contract/screening';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { RulesDesk } from './rules-desk';
import { SettingField } from './setting-field';
import { changedSettings, type SettingName, triedSettings } from './settings-form';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

interface ChecksProps {
  desk: RulesDesk;
  view: ScreeningView;
  mayChange: boolean;
}

interface CheckTold {
  title: string;
  sentences: string[];
  fields: SettingName[];
}

/** The policy in plain sentences, as it is on, and the fields by which it is changed. */
export function ChecksSection({ desk: { rules, trial }, view, mayChange }: ChecksProps): ReactNode {
  const texts = useRulesTexts();
  const { typed, isUnderWay, trouble } = useStore(rules.store);
  const { isUnderWay: isTrying } = useStore(trial.store);
  const checks = useChecksTold(view);
  const changed = changedSettings(view.settings, typed);
  const tried = triedSettings(changed);
  const isAsTyped = Object.keys(changed).length === 0;
  return (
    <section aria-labelledby="rules-checks">
      <h2 id="rules-checks">{texts.checks}</h2>
      <p className="quiet">{texts.checksHint}</p>
      <ol className="rules-checks">
        {checks.map(({ title, sentences, fields }) => (
          <li key={title}>
            <h3>{title}</h3>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {mayChange && fields.length > 0 && (
              <div className="rules-fields">
                {fields.map((name) => (
                  <SettingField key={name} name={name} settings={view.settings} typed={typed} onType={(...text) => rules.type(...text)} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
      {mayChange && (
        <>
          <TroubleTold trouble={trouble} />
          <div className="rules-buttons">
            <Button disabled={Object.keys(tried).length === 0} aria-busy={isTrying} onClick={() => void trial.begin({ settings: tried })}>
              {texts.trySettings}
            </Button>
            <Button variant="default" disabled={isAsTyped} aria-busy={isUnderWay} onClick={() => void rules.save()}>
              {texts.saveSettings}
            </Button>
            <Button variant="subtle" disabled={isAsTyped} onClick={() => rules.forgetTyped()}>
              {texts.forget}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function useChecksTold({ settings, lists }: ScreeningView): CheckTold[] {
  const wording = useWording();
  const texts = useRulesTexts();
  const { maxLinks, blockedDomains, repeatsOfReader, repeatsOfOthers, newReaderComments, newReaderHours, rejections, rejectionDays } =
    settings;
  const number = (value: number): string => wording.number(value);
  const ofLists = (outcome: ListOutcome, sentence: string): string => {
    const names = lists.filter((list) => list.isOn && list.outcome === outcome).map(({ name }) => isolated(name));
    return names.length === 0 ? texts.noLists : filled(sentence, { lists: names.join(', ') });
  };
  return [
    { title: texts.blockedWords, sentences: [ofLists('refuse', texts.blockedWordsSentence)], fields: [] },
    { title: texts.watchedWords, sentences: [ofLists('hold', texts.watchedWordsSentence)], fields: [] },
    {
      title: texts.links,
      sentences: [
        maxLinks === null ? texts.linksOff : wording.plural(texts.linksSentence, maxLinks),
        ...(blockedDomains.length === 0 ? [] : [wording.plural(texts.blockedDomainsSentence, blockedDomains.length)]),
      ],
      fields: ['maxLinks', 'trustedDomains', 'blockedDomains'],
    },
    {
      title: texts.sameText,
      sentences: [filled(texts.sameTextSentence, { own: number(repeatsOfReader), others: number(repeatsOfOthers) }), texts.sameTextHint],
      fields: ['repeatsOfReader', 'repeatsOfOthers'],
    },
    {
      title: texts.newReader,
      sentences: [filled(texts.newReaderSentence, { comments: number(newReaderComments), hours: number(newReaderHours) })],
      fields: ['newReaderComments', 'newReaderHours'],
    },
    {
      title: texts.rejections,
      sentences: [filled(texts.rejectionsSentence, { rejections: number(rejections), days: number(rejectionDays) })],
      fields: ['rejections', 'rejectionDays'],
    },
  ];
}
