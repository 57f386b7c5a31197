import { Problem } from '../platform/http';

export class RoleNotYoursToGive extends Problem {
  constructor() {
    super({ code: 'role_not_yours_to_give', status: 403, sentence: 'You may neither give nor take this role. Ask an administrator.' });
  }
}

export class LastAdministrator extends Problem {
  constructor() {
    super({
      code: 'last_administrator',
      status: 409,
      sentence: 'There is no other administrator. Make somebody else one first.',
    });
  }
}

export class InvitationInvalid extends Problem {
  constructor() {
    super({
      code: 'invitation_invalid',
      status: 403,
      sentence: 'This invitation was used already, taken back, or is too old. Ask whoever invited you for a new one.',
    });
  }
}
