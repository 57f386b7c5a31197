import { limits } from '../../contract/limits';
import { Problem } from '../platform/http';
import type { PasswordProblem } from './password-rule';

export class NotLoggedIn extends Problem {
  constructor() {
    super({ code: 'not_logged_in', status: 401, sentence: 'Log in or join first. Your text is kept.' });
  }
}

export class OtherReader extends Problem {
  constructor() {
    super({
      code: 'other_reader',
      status: 409,
      sentence: 'Somebody else is logged in here by now. Nothing was done in their name; your text is kept.',
    });
  }
}

export class NotAllowed extends Problem {
  constructor() {
    super({ code: 'not_allowed', status: 403, sentence: 'You do not have the right to do this.' });
  }
}

export class CrossSiteRequest extends Problem {
  constructor() {
    super({ code: 'cross_site_request', status: 403, sentence: 'This can only be done from a page of this service.' });
  }
}

/** The same for an unknown address, a wrong password, and a reader without rights in the console. */
export class WrongCredentials extends Problem {
  constructor() {
    super({ code: 'wrong_credentials', status: 401, sentence: 'E-mail and password do not belong together. Check both and try again.' });
  }
}

/** For an address that already has an account with another password: says as little of it as can be said before addresses are verified by mail. */
export class RegistrationRefused extends Problem {
  constructor() {
    super({
      code: 'registration_refused',
      status: 422,
      sentence: 'We could not register that address. If you already have an account, log in instead.',
    });
  }
}

export class WrongApiKey extends Problem {
  constructor() {
    super({ code: 'wrong_api_key', status: 401, sentence: 'This API key is not valid. An administrator can make a new one.' });
  }
}

const passwordSentences: Record<PasswordProblem, string> = {
  too_short: `A password has at least ${limits.password.minLength} characters.`,
  too_long: `A password has at most ${limits.password.maxLength} characters.`,
  too_common: 'This password is too easy to guess. Three or four words that do not belong together make a good one.',
};

export class PasswordRefused extends Problem {
  constructor(problem: PasswordProblem) {
    super({ code: 'password_refused', status: 422, sentence: passwordSentences[problem], extensions: { reason: problem } });
  }
}

export class SetupLinkInvalid extends Problem {
  constructor() {
    super({
      code: 'setup_link_invalid',
      status: 403,
      sentence: 'This link was used already or is too old. Restart the service: it prints a new one as long as there is no administrator.',
    });
  }
}
