import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ScreeningView } from '../../../contract/screening';
import { useWording } from '../../view/wording-context';
import { checksInWords } from './checks-in-words';
import type { RulesDesk } from './rules-desk';
import { SettingField } from './setting-field';
import { changedSettings, triedSettings } from './settings-form';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

interface ChecksProps {
  desk: RulesDesk;
  view: ScreeningView;
  mayChange: boolean;
}

/** The policy in plain sentences, as it is on, and the fields by which it is changed. */
export function ChecksSection({ desk: { rules, trial }, view, mayChange }: ChecksProps): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  const { typed, isUnderWay, trouble } = useStore(rules.store);
  const { isUnderWay: isTrying } = useStore(trial.store);
  const checks = checksInWords({ wording, texts }, view);
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
            {mayChange && fields.length > 0 && !fields.includes('maxLinks') && <p className="quiet">{texts.zero}</p>}
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
