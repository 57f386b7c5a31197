import type { FindingView } from '../../contract/screening';
import { Problem } from '../platform/http';

export class CommentRefused extends Problem {
  constructor(findings: readonly FindingView[]) {
    super({
      code: 'comment_refused',
      status: 422,
      sentence: 'This is not published here as it is. Change what is named, then send it again. Your text is kept.',
      extensions: { findings },
    });
  }
}

export class CommentMayBeHeld extends Problem {
  constructor(findings: readonly FindingView[]) {
    super({
      code: 'comment_may_be_held',
      status: 422,
      sentence: 'A moderator would read this before it is published. Change what is named, or send it anyway. Your text is kept.',
      extensions: { findings },
    });
  }
}

export class WordListNameTaken extends Problem {
  constructor() {
    super({ code: 'word_list_name_taken', status: 409, sentence: 'The site has a list of this name already. Choose another.' });
  }
}

export class TooManyWords extends Problem {
  constructor(sentence: string) {
    super({ code: 'too_many_words', status: 422, sentence });
  }
}

export class RulesChanged extends Problem {
  constructor() {
    super({
      code: 'rules_changed',
      status: 409,
      sentence: 'The rules of the site have changed since this was tried. Look at them as they are now, then try again.',
    });
  }
}

export class ReplayUnderWay extends Problem {
  constructor() {
    super({
      code: 'replay_under_way',
      status: 409,
      sentence: 'A change of the rules of this site is being tried already. Wait for its end, or cancel it.',
    });
  }
}
