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

export class ReasonNeeded extends Problem {
  constructor() {
    super({
      code: 'reason_needed',
      status: 422,
      sentence: 'Whoever is restricted is told why: choose one of the reasons of the site that are switched on.',
    });
  }
}

export class ReaderIsStaff extends Problem {
  constructor() {
    super({
      code: 'reader_is_staff',
      status: 409,
      sentence: 'This reader works for the site. Take the role away first, if that is meant.',
    });
  }
}

export class OnlyAdministrators extends Problem {
  constructor() {
    super({
      code: 'only_administrators',
      status: 403,
      sentence: 'What counts on every site is for administrators. On this site you can do it yourself.',
    });
  }
}

export class AppealMade extends Problem {
  constructor() {
    super({
      code: 'appeal_made',
      status: 409,
      sentence: 'You have objected to this already; another person decides, and you will read it here.',
    });
  }
}

export class AppealTooLate extends Problem {
  constructor() {
    super({
      code: 'appeal_too_late',
      status: 409,
      sentence: 'This can not be objected to any more: it is over, or more than six months old.',
    });
  }
}

export class AppealDecided extends Problem {
  constructor() {
    super({ code: 'appeal_decided', status: 409, sentence: 'Somebody has decided on this objection already.' });
  }
}

export class AppealOfOwnDecision extends Problem {
  constructor() {
    super({ code: 'appeal_of_own_decision', status: 403, sentence: 'This was your decision. Somebody else decides on the objection.' });
  }
}

export class OwnAppeal extends Problem {
  constructor() {
    super({ code: 'own_appeal', status: 403, sentence: 'This objection is yours. Somebody else decides on it.' });
  }
}

export class MacroNameTaken extends Problem {
  constructor() {
    super({ code: 'macro_name_taken', status: 409, sentence: 'The site has a text of this name already. Choose another.' });
  }
}

export class OwnRestriction extends Problem {
  constructor() {
    super({
      code: 'own_restriction',
      status: 403,
      sentence: 'A colleague decided this about your comment. Object to it; somebody else decides.',
    });
  }
}
