import type { SanctionView } from '../../contract/sanctions';
import type { News } from '../queue/acts';
import type { Trouble } from '../queue/trouble';

const en = {
  warn: 'Warned: {author}.',
  hold: 'From now on everything by {author} is held.',
  suspend: 'Suspended: {author}.',
  ban: 'Banned: {author}.',
  isRemoving: 'What they posted lately is being removed, job by job.',
  lifted: 'Lifted: the sanction on {author}.',
  notLifted: 'The sanction on {author} was not lifted. {trouble}',
  restored: 'What was removed of {author} is being brought back.',
  notRestored: 'What was removed of {author} is not all being brought back. {trouble}',
  noted: 'Noted: what you know of {author}.',
  deleted: 'Deleted: your note on {author}.',
  notDeleted: 'Your note on {author} was not deleted. {trouble}',
  notWritten: 'Your note on {author} was not written again. {trouble}',
};

const de: typeof en = {
  warn: 'Verwarnt: {author}.',
  hold: 'Ab jetzt wird alles von {author} zurückgehalten.',
  suspend: 'Gesperrt auf Zeit: {author}.',
  ban: 'Ausgeschlossen: {author}.',
  isRemoving: 'Was in letzter Zeit geschrieben wurde, wird nach und nach entfernt.',
  lifted: 'Aufgehoben: die Maßnahme gegen {author}.',
  notLifted: 'Die Maßnahme gegen {author} wurde nicht aufgehoben. {trouble}',
  restored: 'Was von {author} entfernt wurde, wird zurückgebracht.',
  notRestored: 'Was von {author} entfernt wurde, wird nicht alles zurückgebracht. {trouble}',
  noted: 'Notiert: was Sie über {author} wissen.',
  deleted: 'Gelöscht: Ihre Notiz zu {author}.',
  notDeleted: 'Ihre Notiz zu {author} wurde nicht gelöscht. {trouble}',
  notWritten: 'Ihre Notiz zu {author} wurde nicht wieder aufgeschrieben. {trouble}',
};

/** What was done about a reader, or why it was not. */
export function readerNews(what: keyof typeof en, author: string, trouble?: Trouble): News {
  return { kind: 'inWords', author, words: { en: en[what], de: de[what] }, ...(trouble && { trouble }) };
}

/** With what was begun beside it. */
export function sanctionNews({ kind, removals }: Pick<SanctionView, 'kind' | 'removals'>, author: string): News {
  const said = ({ [kind]: done, isRemoving }: typeof en): string => (removals.length > 0 ? `${done} ${isRemoving}` : done);
  return { kind: 'inWords', author, words: { en: said(en), de: said(de) } };
}
