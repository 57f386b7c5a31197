import type { HeldComment, LeaseView } from '../../contract/moderation';

/** The `number`th comment of a queue. */
export function aHeldComment(number: number, given: Partial<HeldComment> = {}): HeldComment {
  return {
    id: `comment-${number}`,
    thread: { id: 'thread', articleKey: 'story', title: 'A story', url: 'https://news.example/story' },
    parents: [],
    author: { id: `reader-${number}`, name: `Reader ${number}` },
    text: 'A thought.',
    body: [{ type: 'paragraph', children: [{ type: 'text', value: 'A thought.' }] }],
    revision: 1,
    postedAt: `2026-11-01T10:${String(number).padStart(2, '0')}:00.000Z`,
    editedAt: null,
    findings: [],
    lease: null,
    ...given,
  };
}

/** Somebody else looks at it. */
export const graces: LeaseView = { by: { id: 'grace', name: 'Grace' }, until: '2999-01-01T00:00:00.000Z' };

/** The whole queue as the service has it, and how often it was asked; pages of `pageSize`. */
export class HeldService {
  asked = 0;
  failure: Error | null = null;
  /** Called before each answer. */
  before: () => Promise<void> = async () => undefined;

  constructor(
    public comments: HeldComment[],
    private readonly pageSize = 50,
  ) {}

  held = async (_siteKey: string, cursor: string | null, rule = '') => {
    this.asked += 1;
    const all = this.comments.filter(({ findings }) => rule === '' || findings.some((finding) => finding.rule === rule));
    const begin = Number(cursor ?? 0);
    const comments = all.slice(begin, begin + this.pageSize);
    const nextCursor = begin + this.pageSize < all.length ? String(begin + this.pageSize) : null;
    const failure = this.failure;
    await this.before();
    if (failure !== null) throw failure;
    return { comments, nextCursor };
  };
}

export function comments(count: number): HeldComment[] {
  return Array.from({ length: count }, (_, index) => aHeldComment(index + 1));
}

/** A session that never ends. */
export const endless = { keepGoing: <Answer>(work: () => Promise<Answer>): Promise<Answer> => work() };
