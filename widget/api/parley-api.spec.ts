import { NoAnswer, ParleyApi } from './parley-api';

describe('the service, asked from a frame', () => {
  afterEach(() => jest.restoreAllMocks());

  it('has not answered when it takes too long', async () => {
    const overdue = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const api = new ParleyApi(
      'thread',
      () => ({ reader: null, find: async () => undefined }),
      async (_, init) => {
        init?.signal?.throwIfAborted();
        return new Response('{}');
      },
    );
    await expect(api.me()).rejects.toThrow(NoAnswer);
    expect(overdue).toHaveBeenCalledWith(15_000);
  });
});
