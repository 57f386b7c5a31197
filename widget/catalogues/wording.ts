import type { Language } from '../../contract/embed';
import type { Catalogue, PluralForms } from './catalogue';

const minuteMilliseconds = 60_000;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
];
/** Older comments say the day. */
const relativeMinutes = 7 * 24 * 60;

/** The texts of a catalogue, with numbers and times in them, as its language says them. */
export class Wording {
  private readonly rules: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly relative: Intl.RelativeTimeFormat;
  private readonly days: Intl.DateTimeFormat;
  private readonly moments: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    readonly texts: Catalogue,
  ) {
    this.rules = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language);
    this.relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
    this.days = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    this.moments = new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  }

  number(count: number): string {
    return this.numbers.format(count);
  }

  plural(forms: PluralForms, count: number): string {
    return filled(forms[this.rules.select(count)] ?? forms.other, { count: this.number(count) });
  }

  /** How long before `now` something was. */
  ago(time: string, now: number): string {
    const minutes = Math.floor((now - Date.parse(time)) / minuteMilliseconds);
    if (minutes < 1) return this.texts.justNow;
    if (minutes >= relativeMinutes) return this.days.format(new Date(time));
    const [unit, length] = units.find(([, unitLength]) => minutes >= unitLength) ?? ['minute', 1];
    return this.relative.format(-Math.floor(minutes / length), unit);
  }

  /** The day and the hour of something, and the time zone of whoever says it: on the server that is not the reader's. */
  moment(time: string): string {
    return this.moments.format(new Date(time));
  }
}

/** A text with values in the places of the words in braces. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** A name inside a sentence, which may be written in the other direction. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
