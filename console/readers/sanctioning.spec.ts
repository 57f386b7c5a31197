import type { SanctionRequest, SanctionView } from '../../contract/sanctions';
import { NoAnswer, Refusal } from '../api/console-api';
import { Acts } from '../queue/acts';
import { endless } from '../queue/held.builder';
import { Drafts, messageTo, noteOn } from '../writing/drafts';
import { liftSanction, restoreComments } from './lift';
import { NoteWriting } from './note-writing';
import { readerNews, sanctionNews } from './reader-news';
import { anna, aReason, aRemoval, aSanction } from './readers.builder';
import { Sanctioning } from './sanctioning';

const now = Date.parse('2026-11-01T10:00:00.000Z');
const whose = { siteKey: 'demo', reader: anna };
let sent: SanctionRequest[];
let lifted: string[];
let failure: Error | null;
let acts: Acts;
let drafts: Drafts;
let noted: SanctionView[];
let aged: string[];
let reload: jest.Mock;
let desk: ConstructorParameters<typeof Sanctioning>[0] & ConstructorParameters<typeof NoteWriting>[0];
let sanctioning: Sanctioning;
let notes: NoteWriting;
let written: string[];
let undone: string[];
/** Jobs that the service begins with a sanction. */
let removals: SanctionView['removals'];

beforeEach(() => {
  jest.useFakeTimers();
  [sent, lifted, noted, aged, written, undone, removals] = [[], [], [], [], [], [], []];
  failure = null;
  reload = jest.fn(async () => undefined);
  acts = new Acts();
  drafts = new Drafts();
  const refuse = async () => {
    if (failure !== null) throw failure;
  };
  const api = {
    sanction: async (_siteKey: string, request: SanctionRequest) => {
      sent.push(request);
      await refuse();
      return aSanction({ kind: request.kind, removals });
    },
    liftSanction: async (_siteKey: string, id: string) => {
      lifted.push(id);
      await refuse();
      return aSanction({ isInForce: false });
    },
    ask: async <Answer>(method: string, path: string) => {
      undone.push(`${method} ${path}`);
      await refuse();
      return undefined as Answer;
    },
    writeNote: async (_siteKey: string, _id: string, text: string) => {
      written.push(text);
      await refuse();
      return [];
    },
  };
  const readers = {
    noteSanction: (_id: string, sanction: SanctionView) => void noted.push(sanction),
    noteNotes: () => undefined,
    age: (id: string) => void aged.push(id),
  };
  const known = [aReason('insult'), aReason('hate')];
  const reasons = { numbered: (digit: string) => known[Number(digit) - 1], reload };
  desk = { api, session: endless, acts, readers, reasons, drafts };
  sanctioning = new Sanctioning(desk, whose);
  notes = new NoteWriting(desk, whose);
});
afterEach(() => jest.useRealTimers());

const state = () => sanctioning.store.getState();
const choose = (...digits: string[]) => {
  for (const digit of digits) sanctioning.choose(digit, now);
};
const news = () => acts.store.getState().news;

describe('a sanction that is put together', () => {
  it('asks one question after the other, and of a suspension when it ends', () => {
    choose('1');
    expect(state()).toMatchObject({ step: 'reason', kind: 'warn' });
    sanctioning.back();
    choose('3');
    expect(state()).toMatchObject({ step: 'end', kind: 'suspend' });
    choose('3', '2');
    expect(state()).toMatchObject({ step: 'last', endsAt: '2026-11-08T10:00:00.000Z', reasonId: 'reason-hate' });
    for (const step of ['reason', 'end', 'kind', 'kind']) {
      sanctioning.back();
      expect(state().step).toBe(step);
    }
  });

  it('has no end any more when it is no suspension any more', () => {
    choose('3', '1');
    sanctioning.back();
    sanctioning.back();
    choose('4');
    expect(state()).toMatchObject({ kind: 'ban', endsAt: null });
  });

  it('takes no number that means nothing in its step, and is not made before the last', async () => {
    choose('5', '9');
    expect(state().step).toBe('kind');
    choose('3', '5');
    expect(state().step).toBe('end');
    choose('1', '3');
    expect(state().step).toBe('reason');
    expect([await sanctioning.make(), sent]).toEqual([false, []]);
  });
});

describe('a sanction', () => {
  it('is sent as it was put together, with its message, and is told, noted and can be taken back', async () => {
    drafts.keep(messageTo(anna.id), ' Take a week. ');
    choose('3', '1', '1');
    sanctioning.reachEverywhere(true);
    expect(await sanctioning.make()).toBe(true);
    expect(sent).toEqual([
      {
        id: expect.any(String),
        readerId: anna.id,
        kind: 'suspend',
        reasonId: 'reason-insult',
        endsAt: '2026-11-02T10:00:00.000Z',
        isEverywhere: true,
        message: 'Take a week.',
      },
    ]);
    expect([news(), acts.store.getState().undoable, drafts.of(messageTo(anna.id))]).toEqual([readerNews('suspend', 'Anna'), 1, '']);
    await acts.undo();
    expect([lifted, news(), noted.map(({ isInForce }) => isInForce)]).toEqual([
      ['sanction-1'],
      readerNews('lifted', 'Anna'),
      [true, false],
    ]);
  });

  it('carries nothing that was not asked for', async () => {
    choose('4', '1');
    await sanctioning.make();
    expect(sent).toEqual([{ id: expect.any(String), readerId: anna.id, kind: 'ban', reasonId: 'reason-insult' }]);
  });

  it.each([
    [['3'], 24],
    [['3', '4', '9', '0'], 168],
    [['4', '1'], undefined],
  ])('takes along what was posted in the hours that were chosen last: by %p %p', async (digits, hours) => {
    choose('4', '1', ...digits);
    await sanctioning.make();
    expect(sent.map(({ removeCommentsOfHours }) => removeCommentsOfHours)).toEqual([hours]);
  });

  it('that took comments along says so, and is taken back with all of them, once it is off', async () => {
    removals = ['one', 'two'].map((id) => aRemoval({ id }));
    choose('4', '1', '2');
    await sanctioning.make();
    expect(news()).toEqual(sanctionNews({ kind: 'ban', removals }, 'Anna'));
    await acts.undo();
    expect([lifted, undone, news()]).toEqual([
      ['sanction-1'],
      ['POST sites/demo/bulk/one/undo', 'POST sites/demo/bulk/two/undo'],
      readerNews('restored', 'Anna'),
    ]);
  });

  it('that could not be lifted keeps what went with it', async () => {
    removals = [aRemoval()];
    choose('4', '1', '2');
    await sanctioning.make();
    failure = new NoAnswer();
    await acts.undo();
    expect([undone, news()]).toEqual([[], readerNews('notLifted', 'Anna', { kind: 'noAnswer' })]);
  });

  it('keeps what was chosen while it is under way, and is another when something was chosen since it was sent', async () => {
    failure = new NoAnswer();
    choose('4', '1', '2');
    const making = sanctioning.make();
    choose('4');
    await making;
    choose('3');
    await sanctioning.make();
    expect(sent.map(({ removeCommentsOfHours }) => removeCommentsOfHours)).toEqual([1, 24]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
  });

  it('whose answer was lost is the same when it is sent again, and another when it was changed', async () => {
    failure = new NoAnswer();
    drafts.keep(messageTo(anna.id), 'Hello.');
    choose('4', '1');
    expect(await sanctioning.make()).toBe(false);
    expect([state().trouble, drafts.of(messageTo(anna.id)), aged]).toEqual([{ kind: 'noAnswer' }, 'Hello.', [anna.id]]);
    await sanctioning.make();
    sanctioning.back();
    choose('2');
    await sanctioning.make();
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
    expect(sent[0]?.id).toBe(sent[1]?.id);
  });

  it('goes back to its reason when that is not used any more', async () => {
    failure = new Refusal(422, { code: 'reason_needed', detail: '' }, null);
    choose('4', '1');
    await sanctioning.make();
    expect([state().step, state().trouble]).toEqual(['reason', { kind: 'reasonGone' }]);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['reader_is_staff', 409, 'worksHere'],
    ['only_administrators', 403, 'onlyAdministrators'],
  ])('that is refused by %s says why, and stays as it was put together', async (code, status, kind) => {
    failure = new Refusal(status, { code, detail: '' }, null);
    choose('4', '1');
    await sanctioning.make();
    expect(state()).toMatchObject({ step: 'last', trouble: { kind }, isUnderWay: false });
  });

  it('is sent once while it is under way', async () => {
    choose('4', '1');
    await Promise.all([sanctioning.make(), sanctioning.make()]);
    expect(sent).toHaveLength(1);
  });

  it('that could not be lifted says why', async () => {
    choose('4', '1');
    await sanctioning.make();
    failure = new NoAnswer();
    await acts.undo();
    expect(news()).toEqual(readerNews('notLifted', 'Anna', { kind: 'noAnswer' }));
  });
});

describe('what cannot be taken back', () => {
  it.each([
    ['a lift', () => liftSanction(desk, whose, aSanction())],
    ['comments that come back', () => restoreComments(desk, whose, { removals: [aRemoval()] })],
  ])('leaves nothing to take back that was done before it: %s', async (_, make) => {
    acts.add({ takeBack: async () => undefined });
    const made = make();
    expect([acts.store.getState().undoable, news()]).toMatchObject([0, { kind: 'inWords' }]);
    acts.add({ takeBack: async () => undefined });
    await made;
    expect(acts.store.getState().undoable).toBe(1);
  });

  it('is not a sanction that is taken back itself: what was done before it can be taken back still', async () => {
    acts.add({ takeBack: async () => undefined });
    choose('4', '1');
    await sanctioning.make();
    await acts.undo();
    expect([lifted.length, acts.store.getState().undoable]).toEqual([1, 1]);
  });
});

describe('a note', () => {
  it('is written once, told, and not taken back by undo, nor anything that was done before it', async () => {
    acts.add({ takeBack: async () => undefined });
    drafts.keep(noteOn(anna.id), ' Writes as two. ');
    expect(await notes.write()).toBe(true);
    expect([written, news(), drafts.of(noteOn(anna.id))]).toEqual([['Writes as two.'], readerNews('noted', 'Anna'), '']);
    expect(acts.store.getState().undoable).toBe(0);
    expect(await notes.write()).toBe(false);
  });

  it('stays a draft when it could not be sent', async () => {
    failure = new NoAnswer();
    drafts.keep(noteOn(anna.id), 'Writes as two.');
    expect(await notes.write()).toBe(false);
    expect([notes.store.getState(), drafts.of(noteOn(anna.id))]).toEqual([
      { isUnderWay: false, trouble: { kind: 'noAnswer' } },
      'Writes as two.',
    ]);
  });
});
