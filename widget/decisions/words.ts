import { statementLimits } from '../../contract/limits';
import type { GivenReason, OwnSanction, OwnStatement, StatementView } from '../../contract/sanctions';
import type { DecisionTexts } from '../catalogues/decision-texts';
import { filled, isolated, type Wording } from '../catalogues/wording';
import { quotedExcerpts } from '../frame/refusal-text';

/** What is said of decisions, in the reader's language. */
export class DecisionWords {
  constructor(
    readonly wording: Wording,
    readonly texts: DecisionTexts,
  ) {}

  /** What a statement of reasons says, line by line: its name, and its parts. `site` is the name of the publication. */
  lines(statement: StatementView, site: string): [string, string[]][] {
    const { texts } = this;
    const { reason, foundBy, findings } = statement;
    const found = foundBy === 'screening' ? findings : [];
    return [
      [texts.reason, [this.reason(reason)]],
      ...(reason.rule === null ? [] : [[texts.rule, [reason.rule]] satisfies [string, string[]]]),
      [texts.ground, [filled(texts.grounds[reason.ground], { site: isolated(site) })]],
      [
        texts.attention,
        [
          texts.foundBy[foundBy],
          ...found.map(({ rule, excerpts }) => filled(texts.found[rule], { excerpts: quotedExcerpts(excerpts, this.wording) })),
        ],
      ],
      [texts.decidedBy, [texts.aPerson]],
    ];
  }

  reason({ key, title }: Pick<GivenReason, 'key' | 'title'>): string {
    return key === null ? (title ?? '') : this.texts.reasons[key];
  }

  /** How long it lasts; null for what was done to a comment, which has no end. */
  until({ restriction }: StatementView, endsAt: string | null): string | null {
    if (restriction === 'rejected' || restriction === 'removed') return null;
    if (endsAt !== null) return this.wording.moment(endsAt);
    return restriction === 'warn' ? this.texts.untilRead : this.texts.untilLifted;
  }

  /** Why nothing can be written, in one sentence: it has two short lines. */
  limit({ kind, endsAt }: OwnSanction): string {
    if (kind === 'warn') return this.texts.warned;
    if (endsAt === null) return this.texts.barred;
    const short = new Intl.DateTimeFormat(this.wording.language, { dateStyle: 'medium', timeStyle: 'short' });
    return filled(this.texts.barredUntil, { until: short.format(new Date(endsAt)) });
  }

  objectHint(until: string): string {
    return filled(this.texts.objectHint, {
      until: this.wording.moment(until),
      length: this.wording.number(statementLimits.appealMaxLength),
    });
  }

  /** What became of an objection. */
  outcome({ outcome }: NonNullable<OwnStatement['appeal']>): string {
    return outcome === null ? this.texts.waiting : this.texts.outcomes[outcome];
  }
}
