import type { Language } from '../../preferences/preferences';

const en = {
  title: 'Jobs',
  list: 'Jobs, the newest first',
  none: 'No job was begun yet.',
  noneExplanation: 'Select comments with X, or decide on all that match a search: a job does the rest.',
  what: { publish: 'Approve', reject: 'Reject', remove: 'Remove' },
  which: '{verdict}: {filter}',
  who: 'by {name}, {date}',
  reason: 'Reason: {reason}',
  message: 'Message: {message}',
  isCut: 'More matched than one job takes; the rest needs another.',
  trouble: {
    not_allowed: 'It paused by itself: whoever began it, or takes it back, does not moderate this site any more.',
    search_took_too_long: 'It paused by itself: the search for what matches took too long. Go on, or narrow the search.',
    other: 'It paused by itself: {code}.',
  },
  pause: 'Pause',
  goOn: 'Go on',
  next: 'Next job',
  previous: 'Previous job',
  pauseOrGoOn: 'Pause the job, or let it go on',
  undo: 'Undo',
  undoIt: 'Undo the job',
  progress: 'How far the job is',
};

const de: typeof en = {
  title: 'Aufträge',
  list: 'Aufträge, die neuesten zuerst',
  none: 'Noch wurde kein Auftrag begonnen.',
  noneExplanation: 'Wählen Sie Kommentare mit X aus, oder entscheiden Sie über alle Treffer einer Suche: Den Rest macht ein Auftrag.',
  what: { publish: 'Freigeben', reject: 'Ablehnen', remove: 'Entfernen' },
  which: '{verdict}: {filter}',
  who: 'von {name}, {date}',
  reason: 'Grund: {reason}',
  message: 'Nachricht: {message}',
  isCut: 'Es gab mehr Treffer, als ein Auftrag nimmt; der Rest braucht einen weiteren.',
  trouble: {
    not_allowed: 'Er hat von selbst angehalten: Wer ihn begonnen hat oder zurücknimmt, moderiert diese Seite nicht mehr.',
    search_took_too_long:
      'Er hat von selbst angehalten: Die Suche nach den Treffern dauerte zu lange. Lassen Sie ihn weitergehen, oder grenzen Sie die Suche ein.',
    other: 'Er hat von selbst angehalten: {code}.',
  },
  pause: 'Anhalten',
  goOn: 'Weiter',
  next: 'Nächster Auftrag',
  previous: 'Voriger Auftrag',
  pauseOrGoOn: 'Den Auftrag anhalten oder weitergehen lassen',
  undo: 'Rückgängig',
  undoIt: 'Den Auftrag zurücknehmen',
  progress: 'Wie weit der Auftrag ist',
};

export const texts: Record<Language, typeof en> = { en, de };
