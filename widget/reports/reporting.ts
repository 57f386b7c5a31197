import type { NoticeReceipt, NoticeRequest, NoticeStatus, ReportReason, ReportRequest } from '../../contract/reports';
import { isLoggedOut, type ParleyApi } from '../api/parley-api';
import type { Drafts, Place } from '../drafts/drafts';
import type { JoinPlace } from '../frame/frame-model';
import type { Session } from '../session/session';

export interface ReportingWiring {
  api: Pick<ParleyApi, 'report' | 'reportReasons' | 'sendNotice' | 'notice'>;
  session: Pick<Session, 'reader' | 'noteReported'>;
  drafts: Drafts;
  /** What goes when the tab is closed: it says who somebody is. */
  passing: Drafts;
  /** Asks the visitor to join, then does what they wanted to do. */
  askToJoin(place: JoinPlace, then: () => void): void;
  /** The session is over: asks to log in, then goes on if it is the same reader. */
  logInAgain(place: JoinPlace, then: () => void): void;
}

/** Where the text of a report is written, and the explanation of a notice. */
export function reportOn(commentId: string): Place {
  return `report-${commentId}`;
}
export function noticeOn(commentId: string): Place {
  return `notice-${commentId}`;
}

/** What readers have against comments. */
export class Reporting {
  private known?: Promise<ReportReason[]>;

  constructor(private readonly wiring: ReportingWiring) {}

  /** Asked for once; after a failure, once more. @throws Refusal, NoAnswer */
  reasons(): Promise<ReportReason[]> {
    this.known ??= this.wiring.api.reportReasons().catch((error) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  /** Sends a report; a visitor is asked to join first, and `again` is done after that. @throws Refusal, NoAnswer */
  async report(commentId: string, request: ReportRequest, again: () => void): Promise<void> {
    const { api, session, drafts, askToJoin, logInAgain } = this.wiring;
    if (!session.reader) return askToJoin(`react-${commentId}`, again);
    try {
      await api.report(commentId, request);
    } catch (error) {
      if (isLoggedOut(error)) logInAgain(`react-${commentId}`, again);
      throw error;
    }
    drafts.keep(reportOn(commentId), '');
    session.noteReported(commentId);
  }

  /** @throws Refusal, NoAnswer */
  async sendNotice(commentId: string, request: NoticeRequest): Promise<NoticeReceipt> {
    const receipt = await this.wiring.api.sendNotice(commentId, request);
    const { drafts, passing } = this.wiring;
    drafts.keep(noticeOn(commentId), '');
    for (const place of passing.places()) if (place.startsWith(noticeOn(commentId))) passing.keep(place, '');
    return receipt;
  }

  /** What was put into a field of the notice form of a comment. */
  answer(commentId: string, field: string): string {
    return this.wiring.passing.read(`${noticeOn(commentId)}-${field}` as Place);
  }

  keepAnswer(commentId: string, field: string, text: string): void {
    this.wiring.passing.keep(`${noticeOn(commentId)}-${field}` as Place, text);
  }

  /** What became of a notice. @throws Refusal, NoAnswer */
  notice(reference: string): Promise<NoticeStatus> {
    return this.wiring.api.notice(reference);
  }
}
