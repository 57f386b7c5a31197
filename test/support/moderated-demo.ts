import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ThreadMode } from '../../contract/conversation';
import type { ReasonView } from '../../contract/reasons';
import type { SanctionRequest } from '../../contract/sanctions';
import type { BrowserLike } from './browser-like';
import type { Demo } from './demo';

const password = 'correct horse battery';

/** The demo with an administrator and a moderator, who decide by the API. */
export class ModeratedDemo {
  private reasons: ReasonView[] = [];

  private constructor(
    private readonly demo: Demo,
    readonly administrator: BrowserLike,
    readonly colleague: BrowserLike,
  ) {}

  static async begin(demo: Demo, colleague: BrowserLike): Promise<ModeratedDemo> {
    const made = new ModeratedDemo(demo, await demo.administrator(), colleague);
    await made.expect(204, colleague.post('/api/v1/console/session', { email: colleague.email, password }));
    made.reasons = await made.expect(200, made.administrator.get('/api/v1/sites/demo/reasons'));
    return made;
  }

  async setMode(article: string, mode: ThreadMode): Promise<void> {
    const body = { url: `${this.demo.publisherUrl}/${article}`, title: 'The night train', mode };
    await this.expect(200, this.administrator.send('PUT', `/api/v1/sites/demo/threads/${article}`, { body }));
  }

  async decide(commentId: string, verdict: 'reject' | 'remove', message?: string): Promise<void> {
    const body = { verdict, revision: 1, reasonId: this.reasonId('insult'), message };
    await this.expect(201, this.administrator.post(`/api/v1/comments/${commentId}/decisions`, body));
  }

  /** What was reported stays as it is. */
  async keep(commentId: string): Promise<void> {
    await this.expect(201, this.administrator.post(`/api/v1/comments/${commentId}/decisions`, { verdict: 'keep', revision: 1 }));
  }

  /** Limits who is logged in on a page. */
  async sanction(page: Page, given: Omit<SanctionRequest, 'id' | 'readerId' | 'reasonId'>): Promise<void> {
    const readerId = await page.evaluate(async () => (await (await fetch('/api/v1/me')).json()).reader.id);
    const body = { id: randomUUID(), readerId, reasonId: this.reasonId('hate'), ...given };
    await this.expect(201, this.administrator.post('/api/v1/sites/demo/sanctions', body));
  }

  /** As the colleague, who did not decide the first time, on the objection that waits. */
  async decideAppeal(outcome: 'upheld' | 'overturned', answer: string): Promise<void> {
    const { appeals } = await this.expect(200, this.colleague.get('/api/v1/sites/demo/appeals'));
    const path = `/api/v1/appeals/${appeals[0].statement.id}/decision`;
    await this.expect(204, this.colleague.send('PUT', path, { body: { outcome, answer } }));
  }

  private reasonId(key: string): string {
    const reason = this.reasons.find((each) => each.key === key);
    if (reason === undefined) throw new Error(`no reason ${key}`);
    return reason.id;
  }

  private async expect(status: number, asked: ReturnType<BrowserLike['get']>): Promise<any> {
    const answer = await asked;
    if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
