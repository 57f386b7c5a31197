import type { CommentStatus } from '../../contract/conversation';
import type { StandardReason } from '../../contract/reasons';
import type { ReportOutcome } from '../../contract/reports';
import type { AppealOutcome, FoundBy, Restriction } from '../../contract/sanctions';
import type { ScreeningRule } from '../../contract/screening';

/** What is said to readers of their comments, of the decisions about them, and of what they report; loaded when it is needed. Words in braces stand for what is put there. */
export interface DecisionTexts {
  title: string;
  back: string;
  /** Leads to whom and what the reader follows. */
  toPeople: string;
  tabs: Record<'comments' | 'decisions' | 'reports', string>;
  noComments: string;
  noDecisions: string;
  noReports: string;
  showMore: string;
  statuses: Record<CommentStatus, string>;

  /** What was done, as a heading. */
  done: Record<Restriction, string>;
  inForce: string;
  over: string;
  until: string;
  untilLifted: string;
  untilRead: string;
  reason: string;
  reasons: Record<StandardReason, string>;
  rule: string;
  ground: string;
  /** Which rules, or the law. */
  grounds: Record<'rules' | 'law', string>;
  attention: string;
  foundBy: Record<FoundBy, string>;
  /** What a check found; `excerpts` are the words it is about. */
  found: Record<ScreeningRule, string>;
  decidedBy: string;
  aPerson: string;
  message: string;

  object: string;
  objectLabel: string;
  objectHint: string;
  objectSend: string;
  tooLate: string;
  objection: string;
  waiting: string;
  outcomes: Record<AppealOutcome, string>;
  answer: string;

  /** Why nothing can be written; stands in its place, with `why` in two short lines. */
  warned: string;
  barredUntil: string;
  barred: string;
  why: string;
  acknowledge: string;
  acknowledgeAndSend: string;
  keptText: string;

  /** What became of a report or a notice, and when that was. */
  outcomesOfReports: Record<ReportOutcome, string>;
  reportedAt: string;
  settledAt: string;
  notPublic: string;
  yourNote: string;

  /** To who reports a comment, or gives notice of it. */
  report: Record<
    | 'title'
    | 'question'
    | 'note'
    | 'send'
    | 'chooseReason'
    | 'done'
    | 'noticeLink'
    | 'noticeTitle'
    | 'explanation'
    | 'law'
    | 'yourName'
    | 'yourEmail'
    | 'aboutMinors'
    | 'goodFaith'
    | 'sendNotice'
    | 'needed'
    | 'noticeDone'
    | 'keepReference'
    | 'askTitle'
    | 'reference'
    | 'ask'
    | 'noSuchNotice',
    string
  >;
}
