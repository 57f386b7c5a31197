import { limits } from '../../contract/limits';
import { Problem } from '../platform/http';

export class ThreadNotOpen extends Problem {
  constructor() {
    super({ code: 'thread_not_open', status: 403, sentence: 'This conversation takes no new comments any more. Your text is kept.' });
  }
}

export class ThreadClosed extends Problem {
  constructor() {
    super({ code: 'thread_closed', status: 403, sentence: 'This conversation is closed.' });
  }
}

/** The thread is in slow mode, and its author posted in it a moment ago. */
export class SlowMode extends Problem {
  constructor(waitSeconds: number) {
    super({
      code: 'slow_mode',
      status: 429,
      sentence: `This conversation is in slow mode: you can post again in ${waitSeconds} s. Your text is kept.`,
      extensions: { waitSeconds },
      retryAfterSeconds: waitSeconds,
    });
  }
}

export class CommentEmpty extends Problem {
  constructor() {
    super({ code: 'comment_empty', status: 422, sentence: 'There is nothing in it yet. Write something first.' });
  }
}

/** A bound on the size of a text, and what it counts. */
interface TextBound {
  maxLength: number;
  unit: string;
}

export const inCharacters: TextBound = { maxLength: limits.comment.maxLength, unit: 'characters' };
export const inCodePoints: TextBound = { maxLength: limits.comment.maxCodePoints, unit: 'code points (an emoji can be made of several)' };

export class CommentTooLong extends Problem {
  constructor(length: number, { maxLength, unit }: TextBound) {
    super({
      code: 'comment_too_long',
      status: 422,
      sentence: `That is ${length - maxLength} ${unit} too many: a comment has at most ${maxLength}. Your text is kept.`,
      extensions: { length, maxLength },
    });
  }
}

export class TooManyMarks extends Problem {
  constructor() {
    super({
      code: 'too_many_marks',
      status: 422,
      sentence: 'A letter in it carries so many marks that it would cover what others write. Take some away. Your text is kept.',
      extensions: { maxMarks: limits.comment.maxMarks },
    });
  }
}

export class ParentGone extends Problem {
  constructor() {
    super({ code: 'parent_gone', status: 409, sentence: 'The comment you reply to was taken away meanwhile. Your text is kept.' });
  }
}

/** The author of the parent blocked whoever replies. It says no more than that: not since when, and not why. */
export class ReplyRefused extends Problem {
  constructor() {
    super({ code: 'reply_refused', status: 403, sentence: 'The author of this comment takes no replies from you. Your text is kept.' });
  }
}

export class TooDeep extends Problem {
  constructor() {
    super({ code: 'too_deep', status: 422, sentence: 'This conversation is nested as deep as it goes. Reply to an earlier comment.' });
  }
}

export class ClientIdReused extends Problem {
  constructor() {
    super({
      code: 'client_id_reused',
      status: 422,
      sentence: 'Another comment was already sent under this id. Send yours with a new one.',
    });
  }
}

export class EditWindowClosed extends Problem {
  constructor() {
    super({
      code: 'edit_window_closed',
      status: 403,
      sentence: `A comment can be edited for ${limits.comment.editWindowMinutes} minutes. You can still withdraw it or reply to it.`,
    });
  }
}

export class CommentChanged extends Problem {
  constructor(revision: number, told: { sentence?: string; extensions?: Record<string, unknown> } = {}) {
    super({
      code: 'comment_changed',
      status: 409,
      sentence: told.sentence ?? 'The comment was changed meanwhile. Look at it as it is now, then try again.',
      extensions: { revision, ...told.extensions },
    });
  }
}

export class NotYourComment extends Problem {
  constructor() {
    super({ code: 'not_your_comment', status: 403, sentence: 'Only its author can do this to a comment.' });
  }
}

export class CannotEdit extends Problem {
  constructor() {
    super({ code: 'cannot_edit', status: 409, sentence: 'This comment cannot be changed any more.' });
  }
}
