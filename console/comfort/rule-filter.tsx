import { NativeSelect } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { screeningRules } from '../../contract/screening';
import { ruleNames } from '../catalogues/rule-names';
import { bringKeyboardHome } from '../view/use-keyboard-home';
import { useWording } from '../view/wording-context';
import type { Workplace } from '../workplace';
import { chooseRule, ruleFieldId } from './comfort-actions';
import { texts as textsByLanguage } from './texts';

/** What is held, all of it or by the rule that found it. */
export function RuleFilter({ workplace }: { workplace: Workplace }): ReactNode {
  const { language } = useWording();
  const texts = textsByLanguage[language];
  const { place } = useStore(workplace.places.store);
  const rules = screeningRules.map((rule) => ({ value: rule as string, label: ruleNames[language][rule] }));
  useEffect(() => workplace.offer([chooseRule]), [workplace]);
  /** Whoever has chosen goes on with what is listed. */
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    bringKeyboardHome(document.querySelector<HTMLElement>('main.work'));
  };
  return (
    <NativeSelect
      id={ruleFieldId}
      size="xs"
      aria-label={texts.rule}
      data={[{ value: '', label: texts.all }, ...rules]}
      value={place?.id ?? ''}
      onKeyDown={pressed}
      onChange={({ currentTarget }) => workplace.goTo('held', currentTarget.value || undefined)}
    />
  );
}
