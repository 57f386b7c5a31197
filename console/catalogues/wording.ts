import type { GivenReason } from '../../contract/sanctions';
import type { PageAction } from '../actions/page-action';
import type { Language } from '../preferences/preferences';
import type { News } from '../queue/acts';
import type { Trouble } from '../queue/trouble';
import type { SignInProblem } from '../session/sign-in';
import type { Catalogue, PluralForms } from './en';

const minuteMilliseconds = 60_000;
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
];

/** The texts of a language, with values in their places. */
export class Wording {
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly dayCounts: Intl.NumberFormat;
  private readonly relative: Intl.RelativeTimeFormat;
  private readonly moments: Intl.DateTimeFormat;
  private readonly dates: Intl.DateTimeFormat;

  constructor(
    readonly language: Language,
    readonly texts: Catalogue,
  ) {
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language);
    this.dayCounts = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
    this.relative = new Intl.RelativeTimeFormat(language, { style: 'short' });
    this.dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
    this.moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  }

  plural(forms: PluralForms, count: number): string {
    return filled(this.plurals.select(count) === 'one' ? forms.one : forms.other, { count: this.numbers.format(count) });
  }

  number(count: number): string {
    return this.numbers.format(count);
  }

  days(count: number): string {
    return this.dayCounts.format(count);
  }

  ago(time: string, now: number): string {
    const minutes = Math.floor((now - Date.parse(time)) / minuteMilliseconds);
    const [unit, length] = units.find(([, minutesOfUnit]) => minutes >= minutesOfUnit) ?? ['minute', 1];
    return minutes < 1 ? this.texts.justNow : this.relative.format(-Math.floor(minutes / length), unit);
  }

  day(time: string): string {
    return this.dates.format(new Date(time));
  }

  moment(time: string): string {
    return this.moments.format(new Date(time));
  }

  action(action: { id: keyof Catalogue['actions'] } | PageAction): string {
    return 'names' in action ? action.names[this.language] : this.texts.actions[action.id];
  }

  news(news: News): string {
    const { news: texts } = this.texts;
    const author = isolated(news.author);
    switch (news.kind) {
      case 'decided':
        return filled(news.verdict === 'publish' ? texts.published : texts.rejected, { author });
      case 'kept':
        return filled(texts.kept, { author, name: isolated(news.by) });
      case 'inWords':
        return filled(news.words[this.language], { author, trouble: news.trouble === undefined ? '' : this.trouble(news.trouble) });
      case 'takenBack':
      case 'editedSince':
        return filled(texts[news.kind], { author });
      case 'cameBack':
      case 'notTakenBack':
        return filled(texts[news.kind], { author, trouble: this.trouble(news.trouble) });
    }
  }

  trouble(trouble: Trouble): string {
    const { trouble: texts } = this.texts;
    switch (trouble.kind) {
      case 'decided':
        return this.decided(trouble);
      case 'kept':
        return this.keptBy(trouble.lease.by.name);
      case 'tooMany':
        return this.plural(texts.tooMany, trouble.seconds);
      case 'refused':
        return filled(texts.refused, { detail: trouble.detail });
      default:
        return texts[trouble.kind];
    }
  }

  /** Standard ones in the language of who reads it, a site's own as the site calls it. */
  reason({ key, title }: Pick<GivenReason, 'key' | 'title'>): string {
    return key === null ? (title ?? '') : this.texts.reasons[key];
  }

  keptBy(name: string): string {
    return filled(this.texts.held.keptBy, { name: isolated(name) });
  }

  signInProblem(problem: SignInProblem): string {
    const { signIn: texts } = this.texts;
    switch (problem.kind) {
      case 'tooManyTries':
        return this.plural(texts.tooManyTries, problem.minutes);
      case 'refused':
        return filled(texts.refused, { detail: problem.detail });
      default:
        return texts[problem.kind];
    }
  }

  private decided({ by, status, reason }: Extract<Trouble, { kind: 'decided' }>): string {
    const { trouble: texts, statuses } = this.texts;
    const what = filled(by === null ? texts.decidedBySomebody : texts.decided, { name: isolated(by ?? ''), status: statuses[status] });
    return reason === null ? what : `${what} ${filled(texts.reason, { reason: isolated(this.reason(reason)) })}`;
  }
}

/** A text with values in the places of the words in braces. A value that ends with a full stop ends the sentence. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}(\.?)/g, (place, name: string, stop: string) => {
    const { [name]: value } = values;
    if (value === undefined) return place;
    return /\.\u2069?$/.test(value) ? value : value + stop;
  });
}

/** What somebody wrote inside a sentence, which may run in the other direction. */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}
