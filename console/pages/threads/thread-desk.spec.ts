import type { ThreadInConsole } from '../../../contract/thread-settings';
import { Refusal } from '../../api/console-api';
import { ThreadDesk } from './thread-desk';
import { aThread } from './threads.builder';

const refusal = (status: number, code: string) => new Refusal(status, { code, detail: 'Said so.' }, null);

describe('the settings of a thread', () => {
  /** As the service has it. */
  let there: ThreadInConsole;
  beforeEach(() => {
    there = aThread();
  });

  async function aDesk(change: (sent: object) => Promise<ThreadInConsole> = async (sent) => aThread(sent)) {
    const desk = new ThreadDesk({ read: async () => there, change: (_, sent) => change(sent) }, 't1');
    await desk.load();
    return desk;
  }

  it('send what was changed, and nothing that is as it was', async () => {
    const sent: object[] = [];
    const desk = await aDesk(async (given) => {
      sent.push(given);
      return aThread(given);
    });
    desk.edit({ mode: 'closed', question: 'And you?' });
    desk.edit({ mode: 'open' });
    expect(desk.mayBeSaved).toBe(true);
    await desk.save();
    expect([sent, desk.store.getState()]).toEqual([
      [{ question: 'And you?' }],
      { thread: aThread({ question: 'And you?' }), draft: {}, setMeanwhile: [], saving: 'done', problem: null },
    ]);
    await desk.save();
    expect(sent.length).toBe(1);
  });

  it('keep what is typed while they are being saved, also what is typed back', async () => {
    const desk = await aDesk(async (sent) => {
      desk.edit({ question: 'And you?', mode: 'open' });
      return aThread(sent);
    });
    desk.edit({ question: 'And you', mode: 'closed' });
    await desk.save();
    expect(desk.store.getState()).toMatchObject({
      thread: { question: 'And you', mode: 'closed' },
      draft: { question: 'And you?', mode: 'open' },
      saving: 'no',
    });
  });

  it('are not typed any more once they are saved, also where the service writes them otherwise', async () => {
    const desk = await aDesk(async () => aThread({ question: 'And you?' }));
    desk.edit({ question: ' And you? ' });
    await desk.save();
    expect(desk.store.getState()).toMatchObject({ thread: { question: 'And you?' }, draft: {}, saving: 'done' });
  });

  it('stay a draft when they are refused, with the reason', async () => {
    const desk = await aDesk(() => Promise.reject(refusal(403, 'not_allowed')));
    desk.edit({ slowSeconds: 60 });
    await desk.save();
    expect(desk.store.getState()).toMatchObject({ draft: { slowSeconds: 60 }, problem: { kind: 'refused', detail: 'Said so.' } });
    expect(desk.mayBeSaved).toBe(true);
  });

  it('keep what was typed when they are looked at again, and what is set by now is not typed any more', async () => {
    const desk = await aDesk();
    desk.edit({ question: 'And you?', slowSeconds: 60 });
    there = aThread({ slowSeconds: 60, mode: 'closed' });
    await desk.load();
    const { thread, draft, setMeanwhile } = desk.store.getState();
    expect([thread?.mode, draft, setMeanwhile]).toEqual(['closed', { question: 'And you?' }, []]);
  });

  it('that somebody else has set to the same are nothing to tell', async () => {
    const sent: object[] = [];
    const desk = await aDesk(async (given) => {
      sent.push(given);
      return aThread({ ...there, ...given });
    });
    desk.edit({ question: 'And you?', slowSeconds: 60 });
    there = aThread({ slowSeconds: 60 });
    await desk.save();
    expect([sent, desk.store.getState().saving]).toEqual([[{ question: 'And you?' }], 'done']);
  });

  it.each(['looked at again', 'saved'])(
    'that somebody else has set too are told when they are %s, and put in place after that',
    async (when) => {
      const sent: object[] = [];
      const desk = await aDesk(async (given) => {
        sent.push(given);
        desk.edit({ question: 'Mine too' });
        return aThread(given);
      });
      desk.edit({ question: 'Mine' });
      there = aThread({ question: 'Theirs' });
      await (when === 'saved' ? desk.save() : desk.load());
      const told = { thread: { question: 'Theirs' }, draft: { question: 'Mine' }, setMeanwhile: ['question'], saving: 'no' };
      expect([sent, desk.store.getState()]).toMatchObject([[], told]);
      await desk.save();
      const { thread, draft, setMeanwhile } = desk.store.getState();
      expect([sent, thread?.question, draft, setMeanwhile]).toEqual([[{ question: 'Mine' }], 'Mine', { question: 'Mine too' }, []]);
    },
  );

  it('are as they are set when what was typed is thrown away', async () => {
    const desk = await aDesk();
    desk.edit({ question: 'Mine' });
    there = aThread({ question: 'Theirs' });
    await desk.load();
    desk.forgetTyped();
    expect(desk.store.getState()).toMatchObject({ thread: { question: 'Theirs' }, draft: {}, setMeanwhile: [] });
  });

  it('are not what an answer says that was asked for before they were saved', async () => {
    let answer: (thread: ThreadInConsole) => void = () => undefined;
    const late = new Promise<ThreadInConsole>((resolve) => {
      answer = resolve;
    });
    const answers = [Promise.resolve(aThread()), late, Promise.resolve(aThread())];
    const desk = new ThreadDesk({ read: () => answers.shift() ?? late, change: async (_, sent) => aThread(sent) }, 't1');
    await desk.load();
    desk.edit({ question: 'And you?' });
    const looking = desk.load();
    await desk.save();
    answer(aThread());
    await looking;
    expect(desk.store.getState()).toMatchObject({ thread: { question: 'And you?' }, draft: {}, saving: 'done' });
  });

  it('that are being saved are not looked at, which the answer to that does', async () => {
    let reads = 0;
    const change = async (_: string, sent: object) => {
      await desk.load();
      return aThread(sent);
    };
    const read = async () => {
      reads += 1;
      return aThread();
    };
    const desk: ThreadDesk = new ThreadDesk({ read, change }, 't1');
    await desk.load();
    desk.edit({ question: 'And you?' });
    await desk.save();
    expect([reads, desk.store.getState().saving]).toEqual([2, 'done']);
  });

  it('of a thread that is not there are not shown', async () => {
    const desk = new ThreadDesk({ read: () => Promise.reject(refusal(404, 'not_found')), change: jest.fn() }, 't1');
    await desk.load();
    expect(desk.store.getState()).toMatchObject({ thread: null, problem: { kind: 'gone' } });
  });

  it('of a thread that is not there any more are not shown any more', async () => {
    const answers = [Promise.resolve(aThread()), Promise.reject(refusal(404, 'not_found'))];
    const desk = new ThreadDesk({ read: () => answers.shift() as Promise<ThreadInConsole>, change: jest.fn() }, 't1');
    await desk.load();
    await desk.load();
    expect(desk.store.getState()).toMatchObject({ thread: null, problem: { kind: 'gone' } });
  });
});
