import { Problem } from '../platform/http';
import type { Sanction } from './sanction';

export class ReaderBanned extends Problem {
  constructor({ endsAt }: Sanction) {
    super({
      code: 'reader_banned',
      status: 403,
      sentence: 'You cannot take part in the conversations here. Your decisions say why, and how to object.',
      extensions: { endsAt },
    });
  }
}

export class ReaderSuspended extends Problem {
  constructor({ endsAt }: Sanction) {
    super({
      code: 'reader_suspended',
      status: 403,
      sentence: `You cannot take part in the conversations here until ${endsAt}. Your decisions say why, and how to object. Your text is kept.`,
      extensions: { endsAt },
    });
  }
}

export class WarningUnread extends Problem {
  constructor() {
    super({
      code: 'warning_unread',
      status: 403,
      sentence: 'A moderator has warned you. Read the warning and say that you have, then send your text again: it is kept.',
    });
  }
}
