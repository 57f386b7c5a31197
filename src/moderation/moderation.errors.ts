import type { LeaseView } from '../../contract/moderation';
import { Problem } from '../platform/http';

export class CommentLeased extends Problem {
  constructor(lease: LeaseView) {
    super({
      code: 'comment_leased',
      status: 409,
      sentence: `${lease.by.name} is looking at this comment. Take another, or wait a moment.`,
      extensions: { lease },
    });
  }
}
