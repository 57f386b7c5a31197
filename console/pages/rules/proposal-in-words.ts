import type { ReplayProposal } from '../../../contract/replays';
import type { WordListView } from '../../../contract/screening';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import type { SettingName } from './settings-form';
import type { RulesTexts } from './texts-en';

/** What is tried, in a line. */
export function proposalInWords(
  { wording, texts, lists }: { wording: Wording; texts: RulesTexts; lists: readonly WordListView[] },
  { settings, list }: ReplayProposal,
): string {
  const parts: string[] = [];
  if (settings !== undefined) {
    const names = (Object.keys(settings) as SettingName[]).map((name) => {
      const value = settings[name as keyof typeof settings];
      return `${texts.fields[name]}: ${Array.isArray(value) ? value.join(', ') : (value ?? '–')}`;
    });
    parts.push(filled(texts.trialOf.settings, { names: names.join('; ') }));
  }
  if (list !== undefined) {
    const { trialOf } = texts;
    const { isOn, add = [], remove = [], outcome } = list;
    const changes = [
      isOn === undefined ? '' : isOn ? trialOf.on : trialOf.off,
      add.length === 0 ? '' : filled(trialOf.add, { count: wording.number(add.length) }),
      remove.length === 0 ? '' : filled(trialOf.remove, { count: wording.number(remove.length) }),
      outcome === undefined ? '' : filled(trialOf.outcome, { outcome: texts.outcomes[outcome] }),
    ];
    const name = isolated(lists.find(({ id }) => id === list.id)?.name ?? trialOf.someList);
    parts.push(filled(trialOf.list, { name, changes: changes.filter((change) => change !== '').join(', ') }));
  }
  return parts.join(' ');
}
