import { limits } from '../../contract/limits';
import { Problem } from '../platform/http';
import type { ReaderNameProblem } from './reader-name';

export class NameTaken extends Problem {
  constructor() {
    super({ code: 'name_taken', status: 409, sentence: 'Somebody already has this name, or one that looks like it. Choose another.' });
  }
}

/** Says no more than that it did not work: whether an address is known is nobody's business. */
export class EmailTaken extends Error {}

const sentences: Record<ReaderNameProblem, string> = {
  too_short: `A name has at least ${limits.reader.nameMinLength} characters.`,
  too_long: `A name has at most ${limits.reader.nameMaxLength} characters.`,
  forbidden_characters: 'A name takes letters, digits, spaces and . , - _ ’.',
  mixed_scripts: 'A name takes letters of one script only, so that nobody can look like somebody else.',
  reserved: 'This name is kept for the people who run the site. Choose another.',
};

export class NameRefused extends Problem {
  constructor(problem: ReaderNameProblem) {
    super({ code: 'name_refused', status: 422, sentence: sentences[problem], extensions: { reason: problem } });
  }
}
