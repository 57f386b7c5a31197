import type { AuthorView, ThreadView } from './conversation';
import type { ModeratedComment } from './moderation';
import type { ReasonView } from './reasons';

/**
 * What became of a report or a notice. `upheld`: the comment was taken from the public. `dismissed`: it stays. `withdrawn`: its author took it
 * back before anybody decided.
 */
export const reportOutcomes = ['open', 'upheld', 'dismissed', 'withdrawn'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** A reason that readers of a thread may report for, in the site's order. */
export type ReportReason = Pick<ReasonView, 'id' | 'key' | 'title'>;

export interface ReportRequest {
  reasonId: string;
  text?: string;
}

/** A reader's own report. There is one of a reader on a comment: reporting it again answers with what there is. */
export interface OwnReport {
  id: string;
  commentId: string;
  reason: ReportReason;
  text: string | null;
  outcome: ReportOutcome;
  /** ISO 8601, as all times here. */
  reportedAt: string;
  settledAt: string | null;
}

export interface ListedReport extends OwnReport {
  thread: Pick<ThreadView, 'title' | 'url'>;
  /** How the comment begins; null when it is not public. */
  excerpt: string | null;
}

export interface OwnReportsPage {
  reports: ListedReport[];
  nextCursor: string | null;
}

/** A notice of illegal content (Digital Services Act, Article 16), by anybody. */
export interface NoticeRequest {
  /** Why it is illegal. */
  explanation: string;
  /** The law that it breaks, where known. */
  law?: string;
  /** Name and address are needed, unless the notice is about a sexual offence against minors. */
  name?: string;
  email?: string;
  isAboutMinors?: boolean;
  /** That the notice is accurate and complete, to the best knowledge of who sends it. */
  isGoodFaith: true;
}

export interface NoticeReceipt {
  /** To ask what became of it, as `N-7KQ3-M2XD`. */
  reference: string;
  receivedAt: string;
}

export interface NoticeStatus {
  status: ReportOutcome;
  receivedAt: string;
  settledAt: string | null;
}

/** A report as moderators see it. */
export interface ReceivedReport {
  id: string;
  reporter: AuthorView;
  reason: Pick<ReasonView, 'id' | 'key' | 'title' | 'ground'>;
  text: string | null;
  /** Of the comment when it was reported. */
  revision: number;
  reportedAt: string;
}

/** A notice as moderators see it: without the address of who sent it. */
export interface ReceivedNotice {
  reference: string;
  name: string | null;
  explanation: string;
  law: string | null;
  isAboutMinors: boolean;
  revision: number;
  receivedAt: string;
}

/** A visible comment with something open against it. */
export interface ReportedComment extends ModeratedComment {
  /** All that is open; the lists have the newest of each. */
  reportCount: number;
  noticeCount: number;
  reports: ReceivedReport[];
  notices: ReceivedNotice[];
}

/** The most urgent first. */
export interface ReportedPage {
  comments: ReportedComment[];
  nextCursor: string | null;
}
