import type { Me } from '../../contract/auth';
import { isLoggedOut, isOtherReader, NoAnswer, ParleyApi, Refusal } from './parley-api';

const refused = (seconds: number) =>
  new Response('{"code":"too_many_requests","detail":"Later."}', { status: 429, headers: { 'retry-after': String(seconds) } });

const nobody = () => ({ reader: null, find: async () => undefined });

describe('the service, asked from a frame', () => {
  afterEach(() => jest.restoreAllMocks());

  it('has not answered when it takes too long', async () => {
    const overdue = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const api = new ParleyApi('thread', nobody, async (_, init) => {
      init?.signal?.throwIfAborted();
      return new Response('{}');
    });
    await expect(api.me()).rejects.toThrow(NoAnswer);
    expect(overdue).toHaveBeenCalledWith(15_000);
  });

  it.each([
    ['the reader who asked', 'Anna', 'the reader is logged out', [true, false, undefined]],
    ['somebody else', 'Berta', 'somebody else has logged in', [false, true, 'Berta']],
    ['nobody', null, 'the reader is logged out', [true, false, undefined]],
  ])('that knows the session no more, while %s (%s) is shown: %s', async (_, name, __, said) => {
    const shown = { reader: { id: 'Anna', name: 'Anna', email: '' } as Me['reader'], find: async () => undefined };
    const api = new ParleyApi(
      'thread',
      () => shown,
      async () => {
        shown.reader = name === null ? null : { id: name, name, email: '' };
        return new Response('{"code":"not_logged_in"}', { status: 401 });
      },
    );
    const refusal = await api.ask('PUT', 'something').catch((error: Refusal) => error);
    expect([isLoggedOut(refusal), isOtherReader(refusal), (refusal as Refusal).problem.name]).toEqual(said);
  });

  describe('that is asked too often', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    function ask(work: (api: ParleyApi) => Promise<unknown>, answers: Response[]) {
      let sent = 0;
      const api = new ParleyApi('thread', nobody, async () => answers[sent++] ?? new Response('"read"'));
      const outcome = work(api).catch((error: unknown) => error);
      return { outcome, sent: () => sent };
    }

    it('gives a reader what they asked for a moment later, not before', async () => {
      const { outcome, sent } = ask((api) => api.replies('comment'), [refused(7)]);
      await jest.advanceTimersByTimeAsync(6_900);
      expect(sent()).toBe(1);
      await jest.advanceTimersByTimeAsync(200);
      expect(await outcome).toBe('read');
    });

    it.each([
      ['it says so again', [refused(1), refused(1)], 2],
      ['the moment is a long one', [refused(60)], 1],
    ])('tells the reader when %s', async (_, answers, times) => {
      const { outcome, sent } = ask((api) => api.replies('comment'), answers);
      await jest.advanceTimersByTimeAsync(120_000);
      expect([await outcome, sent()]).toEqual([expect.any(Refusal), times]);
    });

    it('is not asked to write again by itself', async () => {
      const { outcome, sent } = ask((api) => api.withdraw('comment'), [refused(1)]);
      await jest.advanceTimersByTimeAsync(5_000);
      expect([await outcome, sent()]).toEqual([expect.any(Refusal), 1]);
    });
  });
});
