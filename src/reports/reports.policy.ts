import type { CommentStatus } from '../../contract/conversation';
import type { ReasonView } from '../../contract/reasons';
import { InvalidRequest, NotFound } from '../platform/http';
import { OwnComment } from './reports.errors';

/** @throws NotFound, OwnComment */
export function assertMayReport(readerId: string, comment: { status: CommentStatus; authorId: string }): void {
  if (comment.status !== 'published') throw new NotFound();
  if (comment.authorId === readerId) throw new OwnComment();
}

/** The reason, if readers may choose it. @throws InvalidRequest */
export function assertIsForReports(reason: ReasonView | undefined): ReasonView {
  if (reason === undefined || !reason.isOn || !reason.isForReports)
    throw new InvalidRequest([{ field: 'reasonId', detail: 'the reason is none that comments here are reported for' }]);
  return reason;
}

/** Whom the law lets stay unnamed does; anybody else says who they are. @throws InvalidRequest */
export function assertSaysWho({ name, email, isAboutMinors }: { name?: string; email?: string; isAboutMinors?: boolean }): void {
  if (isAboutMinors === true) return;
  const missing = [
    ...(name === undefined ? [{ field: 'name', detail: 'say who you are' }] : []),
    ...(email === undefined ? [{ field: 'email', detail: 'say at which e-mail address you can be reached' }] : []),
  ];
  if (missing.length > 0) throw new InvalidRequest(missing);
}
