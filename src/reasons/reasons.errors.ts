import { Problem } from '../platform/http';

export class TooManyReasons extends Problem {
  constructor(sentence: string) {
    super({ code: 'too_many_reasons', status: 422, sentence });
  }
}
