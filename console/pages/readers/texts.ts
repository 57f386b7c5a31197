import type { Language } from '../../preferences/preferences';

const en = {
  title: 'Readers',
  lookUp: 'Who has commented here, by a part of the name. Enter takes the first.',
  person: 'The reader',
  comments: 'Comments',
  noneOf: 'No comment of this kind.',
  back: 'Back',
  backHint: 'Back to where you came from',
};

const de: typeof en = {
  title: 'Leserschaft',
  lookUp: 'Wer hier kommentiert hat, nach einem Teil des Namens. Die Eingabetaste nimmt den ersten.',
  person: 'Die Person',
  comments: 'Kommentare',
  noneOf: 'Kein Kommentar dieser Art.',
  back: 'Zurück',
  backHint: 'Zurück, woher Sie kamen',
};

export const texts: Record<Language, typeof en> = { en, de };
