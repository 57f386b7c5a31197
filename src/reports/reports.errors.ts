import { Problem } from '../platform/http';

export class OwnComment extends Problem {
  constructor() {
    super({ code: 'own_comment', status: 403, sentence: 'This is your own comment. You can edit or withdraw it.' });
  }
}
