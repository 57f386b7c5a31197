import type { Language } from '../preferences/preferences';

const en = {
  settings: {
    blur: 'Blur comments until I ask for them',
    civil: 'After a run of bad comments, show a good one',
    breaks: 'Propose a break after fifty minutes',
  },
  rule: 'What is held',
  all: 'All',
  heldByRule: 'Held: {rule}',
  toRule: 'Choose what is held by rule',
  blurred: 'Blur comments, or show the one in focus',
  uncover: 'Show the comment in focus',
  clear: 'Do not blur comments any more',
  shift: '{decided} decided · {minutes} min',
  shiftTold: 'In this shift you have decided on {decided} comments; your last break was {minutes} minutes ago.',
  break: 'A break',
  breakDue: {
    one: 'You have decided on {count} comment in {minutes} minutes. A break?',
    other: 'You have decided on {count} comments in {minutes} minutes. A break?',
  },
  later: 'Later (15 min)',
  takeBreak: 'I take one',
  proposeLater: 'Break: later',
  proposeTaken: 'Break: I take one',
  good: 'In between, a good one',
  goodBy: '{author}, on “{title}”',
  likes: { one: '{count} like', other: '{count} likes' },
  goOn: 'Go on',
};

const de: typeof en = {
  settings: {
    blur: 'Kommentare verwischen, bis ich sie sehen will',
    civil: 'Nach vielen schlechten Kommentaren einen guten zeigen',
    breaks: 'Nach fünfzig Minuten eine Pause vorschlagen',
  },
  rule: 'Was zurückgehalten wird',
  all: 'Alles',
  heldByRule: 'Zurückgehalten: {rule}',
  toRule: 'Zurückgehaltenes nach Regel zeigen',
  blurred: 'Kommentare verwischen, oder den gezeigten aufdecken',
  uncover: 'Den gezeigten Kommentar aufdecken',
  clear: 'Kommentare nicht mehr verwischen',
  shift: '{decided} entschieden · {minutes} Min.',
  shiftTold: 'In dieser Schicht haben Sie über {decided} Kommentare entschieden; Ihre letzte Pause war vor {minutes} Minuten.',
  break: 'Eine Pause',
  breakDue: {
    one: 'Sie haben in {minutes} Minuten über {count} Kommentar entschieden. Eine Pause?',
    other: 'Sie haben in {minutes} Minuten über {count} Kommentare entschieden. Eine Pause?',
  },
  later: 'Später (15 Min.)',
  takeBreak: 'Ich mache eine',
  proposeLater: 'Pause: später',
  proposeTaken: 'Pause: ich mache eine',
  good: 'Zwischendurch ein guter',
  goodBy: '{author}, zu „{title}“',
  likes: { one: '{count} Zustimmung', other: '{count} Zustimmungen' },
  goOn: 'Weiter',
};

export const texts: Record<Language, typeof en> = { en, de };
