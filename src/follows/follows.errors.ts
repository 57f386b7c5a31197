import { limits } from '../../contract/limits';
import { Problem } from '../platform/http';

export class Oneself extends Problem {
  constructor() {
    super({ code: 'oneself', status: 422, sentence: 'That is you. Nobody follows, mutes or blocks themselves.' });
  }
}

/** Says that it is so, not since when nor why: whoever is blocked would find out by trying, and a lie would be found out too. */
export class FollowRefused extends Problem {
  constructor() {
    super({ code: 'follow_refused', status: 403, sentence: 'This reader does not let you follow them.' });
  }
}

/** By the caller. */
export class ReaderBlocked extends Problem {
  constructor() {
    super({ code: 'reader_blocked', status: 409, sentence: 'You have blocked this reader. Unblock them first, then follow them.' });
  }
}

export class TooManyFollows extends Problem {
  constructor() {
    const maxFollows = limits.follow.maxPerReader;
    super({
      code: 'too_many_follows',
      status: 422,
      sentence: `You follow ${maxFollows} readers, conversations and sections here, and more are not possible. Unfollow some first.`,
      extensions: { maxFollows },
    });
  }
}

export class TooManyMutes extends Problem {
  constructor() {
    const { maxMutes } = limits.follow;
    super({
      code: 'too_many_mutes',
      status: 422,
      sentence: `You have muted or blocked ${maxMutes} readers, and more are not possible. Unmute some first.`,
      extensions: { maxMutes },
    });
  }
}
