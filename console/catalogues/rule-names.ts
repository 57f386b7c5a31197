import type { ScreeningRule } from '../../contract/screening';
import type { Language } from '../preferences/preferences';

/** What the checks are called where somebody chooses among them, or reads which was chosen. */
export const ruleNames: Record<Language, Record<ScreeningRule, string>> = {
  en: {
    blocked_words: 'Blocked words',
    watched_words: 'Watched words',
    links: 'Links',
    same_text: 'Same text again',
    new_reader: 'New reader',
    recent_rejections: 'Recent rejections',
    held_reader: 'Reader who is held',
    scorer: 'Scorer',
  },
  de: {
    blocked_words: 'Gesperrte Wörter',
    watched_words: 'Beobachtete Wörter',
    links: 'Links',
    same_text: 'Gleicher Text',
    new_reader: 'Neue Leserinnen und Leser',
    recent_rejections: 'Zuletzt Abgelehntes',
    held_reader: 'Zurückgehaltene Personen',
    scorer: 'Bewertung',
  },
};
