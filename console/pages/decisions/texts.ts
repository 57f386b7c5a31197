import type { Language } from '../../preferences/preferences';

const en = {
  title: 'Decisions',
  filter: 'Which decisions',
  by: 'By',
  everybody: 'Everybody',
  to: 'Decision',
  any: 'Any',
  firstDay: 'From',
  lastDay: 'Until',
  table: 'Save as a table (CSV)',
  list: 'Decisions, the newest first',
  none: 'Nothing was decided that fits.',
  decided: '{from} → {to}',
  who: 'by {name}, {date}',
  comment: 'Comment by {author} on',
  revision: 'revision {revision}',
  reason: 'Reason: {reason}',
  noReason: 'No reason given',
  message: 'Message to the author:',
  more: 'Show older decisions',
};

const de: typeof en = {
  title: 'Entscheidungen',
  filter: 'Welche Entscheidungen',
  by: 'Von',
  everybody: 'Allen',
  to: 'Entscheidung',
  any: 'Jede',
  firstDay: 'Ab',
  lastDay: 'Bis',
  table: 'Als Tabelle speichern (CSV)',
  list: 'Entscheidungen, die neuesten zuerst',
  none: 'Dazu wurde nichts entschieden.',
  decided: '{from} → {to}',
  who: 'von {name}, {date}',
  comment: 'Kommentar von {author} zu',
  revision: 'Fassung {revision}',
  reason: 'Grund: {reason}',
  noReason: 'Kein Grund genannt',
  message: 'Nachricht an die Person:',
  more: 'Ältere Entscheidungen zeigen',
};

export const texts: Record<Language, typeof en> = { en, de };
