import type { BulkProgress } from './bulk-progress';
import type { ReasonGround, StandardReason } from './reasons';
import type { FindingView, FindingWithEvidence } from './screening';

/**
 * `warn`: nothing more is taken until the reader has acknowledged it · `hold`: all that they post waits for a moderator ·
 * `suspend`: nothing is taken until it ends · `ban`: nothing is taken.
 */
export const sanctionKinds = ['warn', 'hold', 'suspend', 'ban'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** What a statement of reasons explains: what became of a comment, or a sanction. */
export type Restriction = 'rejected' | 'removed' | SanctionKind;

/** A reason as it was when it was given; whatever the site makes of it later. */
export interface GivenReason {
  /** Said by front ends in the reader's language; null for one of the site's own. */
  key: StandardReason | null;
  title: string | null;
  ground: ReasonGround;
  /** The passage of the house rules, or the law. */
  rule: string | null;
}

/** What drew attention to it; screening is automatic. */
export const finders = ['screening', 'report', 'notice', 'moderator'] as const;
export type FoundBy = (typeof finders)[number];

/** Why something was restricted, as the reader whom it restricts is told (Digital Services Act, Article 17). A person decided, always. */
export interface StatementView {
  id: string;
  restriction: Restriction;
  reason: GivenReason;
  /** What the moderator wrote to the reader. */
  message: string | null;
  foundBy: FoundBy;
  /** Of the comment, where screening found something. */
  findings: FindingView[];
  /** ISO 8601, as all times here. */
  madeAt: string;
}

/** What limits the reader who asks, with why. */
export interface OwnSanction {
  kind: SanctionKind;
  /** Null: until it is lifted. */
  endsAt: string | null;
  statement: StatementView;
}

/** A reader's objection to a statement; there is one at most. A person who did not decide the first time decides on it. */
export interface AppealView {
  text: string;
  madeAt: string;
  outcome: AppealOutcome | null;
  /** What the person who decided wrote. */
  answer: string | null;
  decidedAt: string | null;
}

/** `upheld`: the restriction stands. `overturned`: it is taken back. */
export const appealOutcomes = ['upheld', 'overturned'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** One of a reader's statements, in their own list. */
export interface OwnStatement extends StatementView {
  site: { key: string; name: string };
  /** Null for a sanction, which is about no single one. */
  comment: { id: string; text: string; postedAt: string; thread: { title: string; url: string } } | null;
  /** Of a sanction. */
  endsAt: string | null;
  /** False once it is taken back, lifted, over, or acknowledged. */
  isInForce: boolean;
  appeal: AppealView | null;
  /** Until when it can be objected to; null when it cannot any more. */
  appealableUntil: string | null;
}

export interface OwnStatementsPage {
  statements: OwnStatement[];
  nextCursor: string | null;
}

export interface AppealRequest {
  text: string;
}

export interface SanctionRequest {
  /** Made by the client: sending it again puts no second limit. */
  id: string;
  readerId: string;
  kind: SanctionKind;
  /** ISO 8601; a suspension needs it, a warning has none. */
  endsAt?: string;
  /** On every site; for administrators. */
  isEverywhere?: boolean;
  /** One of the site's reasons. */
  reasonId: string;
  message?: string;
  /**
   * With it, and for the same reason, what the reader posted on this site in so many hours goes: what is published is removed, what is held is
   * rejected, each by a job (`/bulk`) that can be looked at, paused and undone.
   */
  removeCommentsOfHours?: number;
}

/** As moderators see it. */
export interface SanctionView {
  id: string;
  kind: SanctionKind;
  isEverywhere: boolean;
  reason: GivenReason;
  message: string | null;
  madeBy: Person;
  madeAt: string;
  endsAt: string | null;
  acknowledgedAt: string | null;
  lifted: { by: Person; at: string } | null;
  isInForce: boolean;
  /** The jobs that were begun with it on the site where it is looked at; none where it left the reader's comments alone. */
  removals: BulkProgress[];
}

export interface Person {
  id: string;
  name: string;
}

/** What colleagues should know of a reader; readers never see it. */
export interface NoteView {
  id: string;
  text: string;
  writtenBy: Person;
  writtenAt: string;
}

/** Of a reader, on one site, as its moderators see them. */
export interface ReaderHistory {
  reader: Person & { joinedAt: string };
  comments: Record<'held' | 'published' | 'rejected' | 'removed' | 'withdrawn', number>;
  sanctions: SanctionView[];
  notes: NoteView[];
}

/** A text that moderators put into messages to readers. */
export interface MacroView {
  id: string;
  name: string;
  text: string;
}

/** An objection that waits, with all that is needed to decide on it. */
export interface AppealItem {
  /** Moderators see the evidence of what screening found, too. */
  statement: StatementView & { findings: FindingWithEvidence[] };
  /** Who decided; never the caller. */
  decidedBy: Person;
  reader: Person;
  comment: { id: string; text: string; status: string; postedAt: string; thread: { title: string; url: string } } | null;
  text: string;
  madeAt: string;
}

export interface AppealsPage {
  appeals: AppealItem[];
  nextCursor: string | null;
}

export interface DecideAppealRequest {
  outcome: AppealOutcome;
  /** For the reader. */
  answer?: string;
}
