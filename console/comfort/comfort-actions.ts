import { type ScreeningRule, screeningRules } from '../../contract/screening';
import type { PageAction } from '../actions/page-action';
import { ruleNames } from '../catalogues/rule-names';
import { filled } from '../catalogues/wording';
import type { Language } from '../preferences/preferences';
import type { Workplace } from '../workplace';
import type { ComfortDesk } from './desk';
import { texts } from './texts';
import { coverAgain, isCovered, uncover } from './uncover';

type NamedText = 'toRule' | 'blurred' | 'uncover' | 'clear' | 'proposeLater' | 'proposeTaken' | 'goOn';

function named(id: NamedText, action: Omit<PageAction, 'id' | 'names'>): PageAction {
  return { id: `comfort-${id}`, names: { en: texts.en[id], de: texts.de[id] }, ...action };
}

/** Whether the keyboard is at something that a space or Enter presses. */
function isAtControl(): boolean {
  return document.activeElement?.matches('button, a, summary, label') ?? false;
}

export const ruleFieldId = 'held-rule';

/** Offered by the field itself: on other pages its key is another's. */
export const chooseRule = named('toRule', {
  key: '/',
  isPossible: () => true,
  perform: () => document.getElementById(ruleFieldId)?.focus(),
});

/** What there is to do on every page, for the eyes and for rest, and the ways to what is held by rule. */
export function comfortActions(workplace: Workplace, { clock, goodOnes }: Pick<ComfortDesk, 'clock' | 'goodOnes'>): PageAction[] {
  const { preferences, places } = workplace;
  const isBlurring = (): boolean => preferences.store.getState().blur;
  const isBreakDue = (): boolean => preferences.store.getState().breaks && clock.store.getState().isBreakDue;
  const cover = (): void => {
    if (!isBlurring()) preferences.choose({ blur: true });
    else if (isCovered()) uncover();
    else coverAgain();
  };
  return [
    named('goOn', {
      key: 'enter',
      onlyWhilePossible: true,
      isPossible: () => goodOnes.store.getState().comment !== null && places.isAt('held') && !isAtControl(),
      perform: () => goodOnes.dismiss(),
    }),
    named('blurred', { key: 'z', isPossible: () => true, perform: cover }),
    named('uncover', {
      key: 'space',
      onlyWhilePossible: true,
      isPossible: () => isBlurring() && isCovered() && !isAtControl(),
      perform: uncover,
    }),
    named('clear', { isPossible: isBlurring, perform: () => preferences.choose({ blur: false }) }),
    ...screeningRules.map((rule) => toRule(workplace, rule)),
    named('proposeTaken', { isPossible: isBreakDue, perform: () => clock.takeBreak() }),
    named('proposeLater', { isPossible: isBreakDue, perform: () => clock.remindLater() }),
  ];
}

function toRule(workplace: Workplace, rule: ScreeningRule): PageAction {
  const nameIn = (language: Language) => filled(texts[language].heldByRule, { rule: ruleNames[language][rule] });
  return {
    id: `held-${rule}`,
    names: { en: nameIn('en'), de: nameIn('de') },
    ...(rule === 'new_reader' && { key: 'g n', onlyWhilePossible: true }),
    isPossible: () => workplace.mayUse('held'),
    perform: () => workplace.goTo('held', rule),
  };
}
