import type { NoteView } from '../../contract/sanctions';
import { NoAnswer } from '../api/console-api';
import { Acts } from '../queue/acts';
import { endless } from '../queue/held.builder';
import { deleteNote } from './note-deleting';
import { ReaderCards } from './reader-cards';
import { readerNews } from './reader-news';
import { aHistory, anna } from './readers.builder';

const aNote = (id: string): NoteView => ({ id, text: `Text of ${id}.`, writtenBy: { id: 'ada', name: 'Ada' }, writtenAt: '' });
const whose = { siteKey: 'demo', reader: anna };
let sent: string[];
let failure: Error | null;
let acts: Acts;
let readers: ReaderCards;
let desk: Parameters<typeof deleteNote>[0];

beforeEach(async () => {
  jest.useFakeTimers();
  sent = [];
  failure = null;
  acts = new Acts();
  const send = async <Answer>(what: string, answer: Answer): Promise<Answer> => {
    sent.push(what);
    if (failure !== null) throw failure;
    return answer;
  };
  readers = new ReaderCards({ reader: async () => aHistory({ notes: [aNote('two'), aNote('one')] }) }, endless);
  const api = {
    ask: <Answer>(method: string, path: string) => send(`${method} ${path}`, undefined as Answer),
    writeNote: (_siteKey: string, _id: string, text: string) => send(text, [aNote('three'), aNote('one')]),
  };
  desk = { api, session: endless, acts, readers };
  readers.look('demo', anna.id);
  await jest.advanceTimersByTimeAsync(0);
});
afterEach(() => jest.useRealTimers());

const noteIds = () => readers.store.getState().known[anna.id]?.notes.map(({ id }) => id);
const news = () => acts.store.getState().news;

describe('a note that is deleted', () => {
  it('is gone at once, told, and written again when that is taken back', async () => {
    const deleting = deleteNote(desk, whose, aNote('two'));
    expect([noteIds(), news(), acts.store.getState().undoable]).toEqual([['one'], readerNews('deleted', 'Anna'), 1]);
    await deleting;
    expect([sent, news(), acts.store.getState().undoable]).toEqual([['DELETE sites/demo/notes/two'], readerNews('deleted', 'Anna'), 1]);
    await acts.undo();
    expect([sent[1], noteIds(), news()]).toEqual(['Text of two.', ['three', 'one'], readerNews('noted', 'Anna')]);
  });

  it('is there again when it could not be deleted, and that is told', async () => {
    failure = new NoAnswer();
    await deleteNote(desk, whose, aNote('two'));
    expect([noteIds(), news(), acts.store.getState().undoable]).toEqual([
      ['two', 'one'],
      readerNews('notDeleted', 'Anna', { kind: 'noAnswer' }),
      0,
    ]);
  });

  it('and could not be written again stays gone, and that is told', async () => {
    await deleteNote(desk, whose, aNote('two'));
    failure = new NoAnswer();
    await acts.undo();
    expect([noteIds(), news()]).toEqual([['one'], readerNews('notWritten', 'Anna', { kind: 'noAnswer' })]);
  });
});
