import { NoAnswer, Refusal } from '../api/console-api';
import { comments, endless, graces, HeldService } from './held.builder';
import { HeldQueue } from './held-queue';
import { Leases } from './leases';

let service: HeldService;
let queue: HeldQueue;
let leases: Leases;
let asked: string[];
let failure: Error | null;

beforeEach(async () => {
  asked = [];
  failure = null;
  service = new HeldService(comments(4));
  queue = new HeldQueue(service, endless);
  await queue.open('ada', 'demo');
  const answer = async (question: string) => {
    asked.push(question);
    if (failure !== null) throw failure;
  };
  leases = new Leases(
    { takeLease: (id) => answer(`take ${id}`) as Promise<never>, endLease: (id) => answer(`end ${id}`) as Promise<never> },
    queue,
  );
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what is looked at', () => {
  it('is kept, longer with each renewal, and given back before the next', async () => {
    leases.want('comment-1');
    await settled();
    await leases.renew();
    leases.want('comment-2');
    await settled();
    leases.want(null);
    await settled();
    await leases.renew();
    expect(asked).toEqual(['take comment-1', 'take comment-1', 'end comment-1', 'take comment-2', 'end comment-2']);
  });

  it('is given back at once, for the page may close', async () => {
    leases.want('comment-1');
    await settled();
    leases.want(null);
    expect(asked).toEqual(['take comment-1', 'end comment-1']);
  });

  it('is not kept where somebody went past it quickly', async () => {
    for (const id of ['comment-1', 'comment-2', 'comment-3']) leases.want(id);
    await settled();
    expect(asked).toEqual(['take comment-1', 'end comment-1', 'take comment-3']);
  });

  it('is left to the decision on it', async () => {
    leases.want('comment-1');
    await settled();
    queue.take(queue.focused!);
    leases.want('comment-2');
    await settled();
    expect(asked).toEqual(['take comment-1', 'take comment-2']);
  });

  it('is given back at another site too', async () => {
    leases.want('comment-1');
    await settled();
    service.comments = [];
    await queue.open('ada', 'other');
    leases.want(null);
    expect(asked).toEqual(['take comment-1', 'end comment-1']);
  });

  it('is somebody else’s where the service says so', async () => {
    failure = new Refusal(409, { code: 'comment_leased', detail: '', lease: graces }, null);
    leases.want('comment-1');
    await settled();
    expect([asked, queue.keeperOf(queue.focused!)]).toEqual([['take comment-1'], 'Grace']);
  });

  it('is kept with the next renewal where that failed', async () => {
    failure = new NoAnswer();
    leases.want('comment-1');
    await settled();
    failure = null;
    await leases.renew();
    leases.want(null);
    expect(asked).toEqual(['take comment-1', 'take comment-1', 'end comment-1']);
  });
});
