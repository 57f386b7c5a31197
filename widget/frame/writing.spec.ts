import { type Me, readerHeader } from '../../contract/auth';
import type { OwnComment, PublishedComment, ReactionKind } from '../../contract/conversation';
import type { FrameState } from '../../contract/embed';
import type { OwnSanction } from '../../contract/sanctions';
import { NoAnswer } from '../api/parley-api';
import { catalogue } from '../catalogues/en';
import { filled } from '../catalogues/wording';
import { aComment, aPage, aState } from '../conversation/conversation.builder';
import { Drafts } from '../drafts/drafts';
import { SafeStorage } from '../drafts/safe-storage';
import { aStorage } from '../drafts/storage.builder';
import { FrameModel } from './frame-model';
import { FrameWork } from './frame-work';
import { keptTexts } from './kept-texts';

const anna = { id: 'anna', name: 'Anna', email: 'anna@example.org' };
const berta = { id: 'berta', name: 'Berta', email: 'berta@example.org' };
const credentials = { email: 'somebody@example.org', password: 'secret' };

type Answer = { status: number; body?: object } | 'none';

/** A frame whose service answers by method and last word of the path, and knows who is reading. */
async function aFrame(reader: Me['reader'], comments = [aComment({ id: 'c1' })], storage = aStorage()) {
  const service = {
    reader,
    answers: {} as Record<string, Answer[]>,
    posted: [] as string[],
    requests: [] as Record<string, unknown>[],
    reactions: {} as Record<string, ReactionKind>,
    sanction: null as OwnSanction | null,
  };
  const answerTo = (method: string, path: string, { body, headers }: RequestInit): Answer => {
    const name = `${method} ${path.split('/').at(-1)}`;
    if (name === 'GET me') return service.answers[name]?.shift() ?? { status: 200, body: { reader: service.reader } };
    if (name === 'GET mine')
      return { status: 200, body: { unpublished: [], reactions: service.reactions, waitSeconds: 0, sanction: service.sanction } };
    const shown = new Headers(headers).get(readerHeader);
    if (name !== 'POST session' && shown !== null && shown !== service.reader?.id) return refusal(409, 'other_reader');
    if (body) service.requests.push(JSON.parse(String(body)));
    if (name === 'POST comments') service.posted.push(`${service.reader?.id}: ${JSON.parse(String(body)).text}`);
    return service.answers[name]?.shift() ?? 'none';
  };
  globalThis.fetch = async (path, init) => {
    const answer = answerTo(init?.method ?? '', String(path), init ?? {});
    if (answer === 'none') throw new TypeError('no connection');
    return new Response(answer.status === 204 ? null : JSON.stringify(answer.body ?? {}), { status: answer.status });
  };
  const state = {
    thread: { id: 'thread' },
    site: { id: 'site', key: 'demo' },
    page: aPage(comments),
    permalink: null,
    order: 'newest',
    language: 'en',
  };
  const model = new FrameModel(
    { ...state, renderedAt: new Date().toISOString() } as unknown as FrameState,
    catalogue,
    new SafeStorage(() => storage),
  );
  const nothing = () => undefined;
  const work: FrameWork = new FrameWork(model, { tellOthers: nothing, onChanged: nothing, onAnswer: nothing, isHidden: () => true });
  frames.push(work);
  await work.session.refresh();
  const write = (place: 'new' | `reply-${string}`, text: string) => model.drafts.keep(place, text);
  const logIn = async (next: Me['reader']) => {
    service.reader = next;
    service.answers['POST session'] = [{ status: 204 }];
    await work.enter((session) => session.logIn(credentials));
    await settle();
  };
  const kept = () =>
    keptTexts({
      drafts: model.drafts,
      conversation: work.reading.shown,
      desk: model.desk.get(),
      session: model.session.get(),
      texts: catalogue,
    });
  return { work, model, service, write, logIn, kept, storage };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const refusal = (status: number, code: string, more = {}): Answer => ({ status, body: { code, detail: '', ...more } });
const gone = (id: string) => [{ state: 'gone' as const, id, seq: 1_000_000 }];

const frames: FrameWork[] = [];
const { fetch } = globalThis;

afterEach(() => {
  // What is still on its way would be tried for ever.
  for (const { writing } of frames.splice(0)) writing.outbox.resume(null);
  globalThis.fetch = fetch;
});

describe('what a reader writes', () => {
  it('is sent in the name of its author only', async () => {
    const { work, model, service, write, logIn } = await aFrame(anna);
    service.answers['POST comments'] = [refusal(503, 'temporarily_unavailable'), refusal(503, 'temporarily_unavailable')];
    write('new', 'I am Anna.');
    work.writing.submit(null);
    await settle();
    service.answers['DELETE session'] = [{ status: 204 }];
    await work.logOut();
    work.writing.outbox.retryNow();
    await logIn(berta);
    work.writing.outbox.retryNow();
    await settle();
    expect([model.outgoing.get(), model.joinForm.get(), service.posted]).toEqual([[], null, ['anna: I am Anna.']]);
    await logIn(anna);
    expect(service.posted).toEqual(['anna: I am Anna.', 'anna: I am Anna.']);
  });

  it.each([
    ['sent when its author logs in again', anna, ['anna: Once more.', 'anna: Once more.']],
    ['not sent when somebody else does', berta, ['anna: Once more.']],
  ])('stays in sight when the session is over, and is %s', async (_, next, posted) => {
    const { work, model, service, write, logIn } = await aFrame(anna);
    service.answers['POST comments'] = [refusal(401, 'not_logged_in')];
    write('new', 'Once more.');
    work.writing.submit(null);
    await settle();
    expect(model.drafts.read('new')).toBe('Once more.');
    expect(model.joinForm.get()).toEqual({ place: 'new', mode: 'logIn', isUnasked: true });
    await logIn(next);
    expect([service.posted, model.joinForm.get()]).toEqual([posted, null]);
  });

  it('is nobody else’s when its author was logged out, and is not sent for whoever joins with it before their eyes', async () => {
    const { work, model, service, write, logIn, storage } = await aFrame(anna);
    service.answers['POST comments'] = [refusal(401, 'not_logged_in')];
    write('new', 'Anna’s own.');
    work.writing.submit(null);
    await settle();
    expect(model.drafts.read('new')).toBe('Anna’s own.');
    expect(new Drafts(new SafeStorage(() => storage), 'thread').places()).toEqual([]);
    work.writing.submit(null);
    await logIn(berta);
    expect([service.posted, model.drafts.read('new')]).toEqual([['anna: Anna’s own.'], '']);
    await logIn(anna);
    expect(model.drafts.read('new')).toBe('Anna’s own.');
  });

  it('is sent after joining without what its author had there already', async () => {
    const { work, model, service, write, logIn } = await aFrame(anna);
    write('new', 'Of last week.');
    work.session.noteEnded();
    write('new', 'Of today.');
    work.writing.submit(null);
    await logIn(anna);
    expect(service.posted).toEqual(['anna: Of today.']);
    expect(model.drafts.read('new')).toBe('Of last week.');
  });

  it('is sent after joining in another tab, which took it along', async () => {
    const { work, service, write, storage } = await aFrame(null);
    write('new', 'About to be sent.');
    work.writing.submit(null);
    new Drafts(new SafeStorage(() => storage), 'thread').belongTo('anna');
    service.reader = anna;
    await work.session.refresh();
    await settle();
    expect([service.posted, storage.getItem('parley:draft:thread:anna:new')]).toEqual([['anna: About to be sent.'], null]);
  });

  it.each([
    ['was emptied', ''],
    ['was written anew', 'Hello, and half a'],
  ])('is not sent after joining when it %s meanwhile, nor is what its author had there already', async (_, meanwhile) => {
    const { work, model, service, write, logIn } = await aFrame(anna);
    write('new', 'Of last week.');
    work.session.noteEnded();
    write('new', 'Hello');
    work.writing.submit(null);
    write('new', meanwhile);
    await logIn(anna);
    expect([service.posted, model.desk.get().refusals]).toEqual([[], {}]);
    expect(model.drafts.read('new')).toBe([meanwhile, 'Of last week.'].filter(Boolean).join('\n\n'));
  });

  it('is sent after joining in another tab, which took it along, without what its author had there already', async () => {
    const { work, model, service, write, storage } = await aFrame(anna);
    write('new', 'Of last week.');
    work.session.noteEnded();
    write('new', 'About to be sent.');
    work.writing.submit(null);
    new Drafts(new SafeStorage(() => storage), 'thread').belongTo('anna');
    await work.session.refresh();
    await settle();
    expect([service.posted, model.drafts.read('new')]).toEqual([['anna: About to be sent.'], 'Of last week.']);
  });

  it('is not sent once more after joining in another tab, which has sent it, nor is what its author had there already', async () => {
    const { work, model, service, write } = await aFrame(anna);
    write('new', 'Of last week.');
    work.session.noteEnded();
    write('new', 'Sent elsewhere.');
    work.writing.submit(null);
    write('new', '');
    await work.session.refresh();
    await settle();
    expect([service.posted, model.drafts.read('new')]).toEqual([[], 'Of last week.']);
  });

  it('is sent when its author logs in again without what they wrote meanwhile', async () => {
    const { work, model, service, write, logIn } = await aFrame(anna);
    service.answers['POST comments'] = [refusal(401, 'not_logged_in')];
    write('new', 'Once more.');
    work.writing.submit(null);
    write('new', 'The next th');
    await settle();
    expect(model.drafts.read('new')).toBe('Once more.\n\nThe next th');
    const held: unknown[] = [];
    model.desk.subscribe(() => held.push(model.desk.get().held?.text));
    await logIn(anna);
    expect([service.posted, model.drafts.read('new')]).toEqual([['anna: Once more.', 'anna: Once more.'], 'The next th']);
    expect(held[0]).toBe('Once more.');
  });

  it('moves nothing when an earlier page left it: it waits with what is new, on its way and when it was posted', async () => {
    const before = await aFrame(anna);
    before.write('new', 'Left behind.');
    before.work.writing.submit(null);
    await settle();
    const { work, model, service } = await aFrame(anna, [aComment({ id: 'c1' })], before.storage);
    await settle();
    expect(model.outgoing.get()).toMatchObject([{ text: 'Left behind.', isShown: false }]);
    const view = aComment({ id: 'left', seq: 900_000, visibleSince: 900_000 });
    service.answers['POST comments'] = [{ status: 201, body: { own: { id: 'left' }, view, state: aState({ head: 900_000 }) } }];
    work.writing.outbox.retryNow();
    await settle();
    expect([model.outgoing.get(), work.reading.shown.tops]).toMatchObject([[], { late: [], waiting: ['left'] }]);
    // Of what others posted before it, the live changes tell only now.
    const other = aComment({ id: 'other', seq: 899_999, visibleSince: 899_999 });
    work.reading.applyChanges([other, view], aState({ head: 900_000 }), () => false);
    expect(work.reading.shown.tops).toMatchObject({ late: [], waiting: ['other', 'left'] });
  });

  it('is shown when its author asks for what is not sent yet, and is theirs to read on from', async () => {
    const before = await aFrame(anna);
    before.write('reply-c1', 'Left behind.');
    before.work.writing.submit('c1');
    await settle();
    const { work, model } = await aFrame(anna, [aComment({ id: 'c1' })], before.storage);
    await settle();
    expect(model.outgoing.get()).toMatchObject([{ isShown: false }]);
    work.writing.showLeft(model.outgoing.get()[0]?.clientId ?? '');
    expect([model.outgoing.get()[0]?.isShown, model.desk.get().latest]).toEqual([true, model.outgoing.get()[0]?.clientId]);
  });

  it('is shown in its place when another tab has sent it, and is nothing to look for when it was taken back there', async () => {
    const { work, model, write } = await aFrame(anna);
    const answer = { own: { id: 'sent' }, view: aComment({ id: 'sent', seq: 900_000 }), state: aState({ head: 900_000 }) };
    for (const newValue of [JSON.stringify(answer), null]) {
      write('new', 'Sent there?');
      work.writing.submit(null);
      await settle();
      work.writing.outbox.noteStored({ key: `parley:outbox:thread:${model.desk.get().latest}`, newValue });
      expect([model.outgoing.get(), work.reading.shown.tops]).toMatchObject([[], { late: ['sent'], waiting: [] }]);
      expect(model.desk.get().latest).toBe(newValue && 'sent');
    }
  });

  it('waits to be asked for when another page left it and it is held; what is posted here does not', async () => {
    const held = (id: string) => ({ status: 201, body: { own: { id, parentId: null, status: 'held' }, view: null, state: aState() } });
    const before = await aFrame(anna);
    before.write('new', 'Left behind.');
    before.work.writing.submit(null);
    await settle();
    const { work, model, service, write } = await aFrame(anna, [aComment({ id: 'c1' })], before.storage);
    await settle();
    service.answers['POST comments'] = [held('left'), held('here')];
    work.writing.outbox.retryNow();
    await settle();
    expect(model.session.get()).toMatchObject({ unpublished: [{ id: 'left' }], shown: new Set() });
    write('new', 'Posted here.');
    work.writing.submit(null);
    await settle();
    expect(model.session.get().shown).toEqual(new Set(['here']));
    work.writing.showUnpublished('left');
    expect([model.session.get().shown, model.desk.get().latest]).toEqual([new Set(['here', 'left']), 'left']);
  });

  it('can be taken back while it cannot be sent', async () => {
    const { work, model, service, write } = await aFrame(anna);
    service.answers['POST comments'] = [refusal(500, 'internal_error')];
    write('reply-c1', 'An answer.');
    work.writing.submit('c1');
    await settle();
    for (const outgoing of model.outgoing.get()) work.writing.takeBack(outgoing);
    expect([model.outgoing.get(), model.drafts.read('reply-c1'), model.desk.get().replyingTo]).toEqual([[], 'An answer.', 'c1']);
  });

  it.each([
    ['a draft again when the browser was made to forget what it stored', 'An answer.', (storage: Storage) => storage.clear()],
    ['done with when another tab is', '', (storage: Storage, key: string) => storage.removeItem(key)],
  ])('is %s, and is not sent from here any more', async (_, draft, lose) => {
    const { work, model, service, write, storage } = await aFrame(anna);
    write('reply-c1', 'An answer.');
    work.writing.submit('c1');
    await settle();
    lose(storage, `parley:outbox:thread:${model.desk.get().latest}`);
    work.writing.outbox.retryNow();
    await settle();
    expect([service.posted.length, model.outgoing.get()]).toEqual([1, []]);
    expect([model.drafts.read('reply-c1'), model.desk.get().replyingTo]).toEqual([draft, draft ? 'c1' : null]);
  });

  it('is kept in sight when what it answers goes away, and is its author’s to discard', async () => {
    const { work, model, write, kept } = await aFrame(anna);
    work.writing.replyTo('c1');
    write('reply-c1', 'An answer.');
    expect(kept()).toEqual([]);
    work.reading.applyChanges(gone('c1'), aState(), () => false);
    expect(kept()).toEqual([{ place: 'reply-c1', text: 'An answer.', reason: catalogue.errors.parent_gone }]);
    work.writing.discard('reply-c1');
    expect([kept(), model.drafts.places(), model.desk.get().replyingTo]).toEqual([[], [], null]);
  });

  it('is kept in sight when it is refused and its place is not there, or another text is being written', async () => {
    const { work, model, service, write, kept } = await aFrame(anna, [aComment({ id: 'c1' }), aComment({ id: 'c2' })]);
    service.answers['POST comments'] = [refusal(409, 'parent_gone'), refusal(422, 'too_deep')];
    write('reply-elsewhere', 'Where to?');
    work.writing.submit('elsewhere');
    write('reply-c1', 'Too deep.');
    work.writing.submit('c1');
    work.writing.replyTo('c2');
    await settle();
    expect(model.desk.get().replyingTo).toBe('c2');
    expect(kept()).toEqual([
      { place: 'reply-elsewhere', text: 'Where to?', reason: catalogue.errors.parent_gone },
      { place: 'reply-c1', text: 'Too deep.', reason: catalogue.errors.too_deep },
    ]);
    work.writing.replyTo('c1');
    expect(kept().map(({ place }) => place)).toEqual(['reply-elsewhere']);
  });

  it('is kept in sight while the held comment that it changes waits to be asked for', async () => {
    const { work, model, kept } = await aFrame(anna);
    const own = { id: 'held', parentId: null, status: 'held', text: 'Held.' } as OwnComment;
    work.session.noteUnpublished(own, true);
    work.writing.startEdit('held', { text: 'Held.', revision: 1 });
    expect(kept()).toEqual([]);
    model.session.patch({ shown: new Set() });
    expect(kept()).toMatchObject([{ place: 'edit-held', text: 'Held.' }]);
  });

  it('is kept in sight when the thread takes no more', async () => {
    const { work, write, kept } = await aFrame(anna);
    write('new', 'Half a thought');
    write('reply-c1', 'Half an answer');
    work.reading.applyChanges([], aState({ head: 1_000_000, mode: 'closed' }), () => false);
    expect(kept().map(({ text, reason }) => [text, reason])).toEqual([
      ['Half a thought', catalogue.errors.thread_not_open],
      ['Half an answer', catalogue.errors.thread_not_open],
    ]);
  });
});

/** Berta logs in beside a page that shows Anna, which hears of it only when it writes. */
describe('when somebody else has logged in', () => {
  const told = filled(catalogue.errors.other_reader, { name: '\u2068Berta\u2069' });

  it.each(['new', 'reply-c1'] as const)('a text is its author’s again, and is sent only when they say so: %s', async (place) => {
    const { work, model, service, write, storage } = await aFrame(anna);
    const parentId = place === 'new' ? null : 'c1';
    write(place, 'Hello.');
    service.reader = berta;
    work.writing.submit(parentId);
    await settle();
    work.writing.outbox.retryNow();
    await settle();
    expect([service.posted, model.session.get().reader, model.outgoing.get()]).toEqual([[], berta, []]);
    expect([model.drafts.read(place), model.desk.get().refusals[place]]).toEqual(['Hello.', told]);
    expect(model.desk.get()).toMatchObject({ replyingTo: parentId, latest: null });
    expect(new SafeStorage(() => storage).keysFrom('parley:outbox')).toEqual([]);
    work.writing.submit(parentId);
    await settle();
    expect(service.posted).toEqual(['berta: Hello.']);
  });

  it('a text comes back though the page was told of them while it was on its way', async () => {
    const { work, model, service, write } = await aFrame(anna);
    write('new', 'Hello.');
    service.reader = berta;
    work.writing.submit(null);
    await work.session.refresh();
    await settle();
    expect([model.drafts.read('new'), model.desk.get().refusals.new, model.outgoing.get()]).toEqual(['Hello.', told, []]);
  });

  it('a text waits while it cannot be found out who they are', async () => {
    const { work, model, service, write } = await aFrame(anna);
    service.answers['GET me'] = ['none', 'none'];
    write('new', 'Hello.');
    service.reader = berta;
    work.writing.submit(null);
    await settle();
    expect(model.outgoing.get()).toEqual([expect.objectContaining({ text: 'Hello.', failure: expect.any(NoAnswer) })]);
    work.writing.outbox.retryNow();
    await settle();
    expect([service.posted, model.drafts.read('new'), model.desk.get().refusals.new]).toEqual([[], 'Hello.', told]);
  });

  it('a text comes back though it is being asked who they are', async () => {
    const { work, model, service, write } = await aFrame(anna);
    service.reader = berta;
    const asking = work.session.refresh();
    write('new', 'Hello.');
    work.writing.submit(null);
    await asking;
    await settle();
    expect([service.posted, model.drafts.read('new'), model.desk.get().refusals.new]).toEqual([[], 'Hello.', told]);
  });

  it('whoever was logged out by that is asked to log in', async () => {
    const { work, model, service, write } = await aFrame(anna);
    service.answers['GET me'] = [{ status: 200, body: { reader: null } }];
    write('new', 'Hello.');
    service.reader = berta;
    work.writing.submit(null);
    await settle();
    expect([model.drafts.read('new'), model.desk.get().refusals.new]).toEqual(['Hello.', catalogue.errors.not_logged_in]);
  });

  it('an edit stays open with its text', async () => {
    const { work, model, service } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    model.drafts.keep('edit-c1', 'Better');
    service.reader = berta;
    await work.writing.saveEdit();
    expect([model.drafts.read('edit-c1'), model.desk.get().refusals['edit-c1']]).toEqual(['Better', told]);
    expect(model.desk.get().editing).toMatchObject({ id: 'c1', isSaving: false });
  });

  it('a reaction is not theirs, and takes none of theirs away', async () => {
    const { work, model, service } = await aFrame(anna);
    service.reader = berta;
    service.reactions = { c1: 'dislike' };
    work.react(work.reading.find('c1') as PublishedComment, 'like');
    await settle();
    expect([work.session.reactionTo('c1'), model.trouble.get()]).toEqual(['dislike', { commentId: 'c1', text: told }]);
  });

  it('nothing is withdrawn', async () => {
    const { work, service } = await aFrame(anna);
    service.answers['DELETE c1'] = [{ status: 200 }];
    service.reader = berta;
    expect(await work.writing.withdraw('c1')).toBe(told);
  });
});

it('a comment that is withdrawn is gone with the answer', async () => {
  const { work, service } = await aFrame(anna, [aComment({ id: 'c1', replyCount: 1 }), aComment({ id: 'c2', parentId: 'c1' })]);
  const body = { own: { id: 'c2', status: 'withdrawn' }, view: null, state: aState({ head: 900, commentCount: 1 }) };
  service.answers['DELETE c2'] = [{ status: 200, body }];
  expect(await work.writing.withdraw('c2')).toBe(null);
  const { comments, state } = work.reading.shown;
  expect([[...comments.keys()], state.commentCount, comments.get('c1')?.replyCount]).toEqual([['c1'], 1, 0]);
});

describe('a text that may be held', () => {
  const warning = () =>
    refusal(422, 'comment_may_be_held', { findings: [{ rule: 'watched_words', outcome: 'hold', excerpts: ['heron'] }] });
  const held = { status: 201, body: { own: { id: 'own', parentId: null, status: 'held' }, view: null, state: aState() } };

  /** Posted, and refused with a warning. */
  async function aWarned(place: 'new' | 'reply-c1', storage = aStorage()) {
    const frame = await aFrame(anna, [aComment({ id: 'c1' })], storage);
    frame.service.answers['POST comments'] = [warning()];
    frame.write(place, 'About a heron.');
    frame.work.writing.submit(place === 'new' ? null : 'c1');
    await settle();
    return frame;
  }

  it.each(['new', 'reply-c1'] as const)('is a draft again, with the reason, and is sent anyway as the same comment: %s', async (place) => {
    const { work, model, service } = await aWarned(place);
    const [first] = service.requests;
    expect(first).not.toHaveProperty('sendAnyway');
    expect(model.drafts.read(place)).toBe('About a heron.');
    expect(model.desk.get().refusals[place]).toContain('\u2068heron\u2069');
    expect(model.desk.get().warned[place]).toEqual({ text: 'About a heron.', clientId: first?.clientId });
    service.answers['POST comments'] = [held];
    work.writing.sendAnyway(place);
    await settle();
    expect(service.requests.slice(1)).toEqual([{ ...first, sendAnyway: true }]);
    expect([model.drafts.read(place), model.outgoing.get()]).toEqual(['', []]);
    expect(model.desk.get()).toMatchObject({ refusals: { [place]: undefined }, warned: { [place]: undefined } });
  });

  it('is not sent anyway when it was changed since, or was refused for good', async () => {
    const { work, model, service, write } = await aWarned('new');
    write('new', 'About two herons.');
    work.writing.sendAnyway('new');
    await settle();
    expect(service.requests).toHaveLength(1);
    service.answers['POST comments'] = [refusal(422, 'comment_refused', { findings: [] })];
    work.writing.submit(null);
    await settle();
    expect(model.desk.get().warned).toEqual({ new: undefined });
    work.writing.sendAnyway('new');
    await settle();
    expect(service.requests).toHaveLength(2);
  });

  it('is tried again anyway when its answer is lost, and by the next page too', async () => {
    const { work, service, storage } = await aWarned('new');
    const anyway = { ...service.requests[0], sendAnyway: true };
    work.writing.sendAnyway('new');
    await settle();
    work.writing.outbox.retryNow();
    await settle();
    expect(service.requests.slice(1)).toEqual([anyway, anyway]);
    const next = await aFrame(anna, [], storage);
    await settle();
    expect(next.service.requests).toEqual([anyway]);
  });

  it('is sent anyway by a tab that had tried it without', async () => {
    const { work, service, storage, write } = await aFrame(anna);
    write('new', 'About a heron.');
    work.writing.submit(null);
    await settle();
    const [first] = service.requests;
    const key = `parley:outbox:thread:${first?.clientId}`;
    storage.setItem(key, JSON.stringify({ ...JSON.parse(storage.getItem(key) ?? ''), sendAnyway: true }));
    work.writing.outbox.retryNow();
    await settle();
    expect(service.requests.at(-1)).toEqual({ ...first, sendAnyway: true });
  });

  it('is sent anyway, as the same comment, when its author had to log in again', async () => {
    const { work, service, logIn } = await aWarned('new');
    const anyway = { ...service.requests[0], sendAnyway: true };
    service.answers['POST comments'] = [refusal(401, 'not_logged_in'), held];
    work.writing.sendAnyway('new');
    await settle();
    await logIn(anna);
    expect(service.requests.filter(({ text }) => text)).toEqual([service.requests[0], anyway, anyway]);
  });

  it('is no warning to the next reader', async () => {
    const { model, logIn } = await aWarned('new');
    await logIn(berta);
    expect(model.desk.get().warned).toEqual({});
  });

  it('is saved anyway where it is an edit that was not changed since, again when the answer is lost', async () => {
    const { work, model, service } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before.', revision: 3 });
    model.drafts.keep('edit-c1', 'About a heron.');
    service.answers['PATCH c1'] = [warning(), 'none', held];
    await work.writing.saveEdit();
    const edit = { revision: 3, text: 'About a heron.' };
    expect(model.desk.get()).toMatchObject({ warned: { 'edit-c1': { text: 'About a heron.' } }, editing: { isSaving: false } });
    model.drafts.keep('edit-c1', 'About two herons.');
    work.writing.sendAnyway('edit-c1');
    await settle();
    model.drafts.keep('edit-c1', edit.text);
    for (const _ of ['lost', 'answered']) {
      work.writing.sendAnyway('edit-c1');
      await settle();
    }
    expect(service.requests).toEqual([edit, { ...edit, sendAnyway: true }, { ...edit, sendAnyway: true }]);
    expect([model.desk.get().editing, model.drafts.read('edit-c1')]).toEqual([null, '']);
  });
});

describe('an edit', () => {
  it('is a draft until it is saved or discarded, and knows the revision it began with', async () => {
    const { work, model, service } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    model.drafts.keep('edit-c1', 'Better');
    work.writing.closeEdit();
    expect([model.desk.get().editing, model.drafts.read('edit-c1')]).toEqual([null, 'Better']);
    work.writing.startEdit('c1', { text: 'Changed elsewhere', revision: 2 });
    expect([model.drafts.read('edit-c1'), model.desk.get().editing?.revision]).toEqual(['Better', 1]);
    service.answers['PATCH c1'] = [refusal(409, 'comment_changed', { revision: 2 })];
    await work.writing.saveEdit();
    expect([model.desk.get().editing?.revision, model.desk.get().refusals['edit-c1']]).toEqual([2, catalogue.errors.comment_changed]);
    work.writing.discard('edit-c1');
    expect([model.desk.get().editing, model.drafts.places()]).toEqual([null, []]);
  });

  it('leaves nothing behind when nothing was changed', async () => {
    const { work, model } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    work.writing.closeEdit();
    expect(model.drafts.places()).toEqual([]);
  });

  it.each(['Before', 'Better'])('is over when it was saved or discarded in another tab: %s', async (text) => {
    const { work, model, storage } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    model.drafts.keep('edit-c1', text);
    const there = await aFrame(anna, [aComment({ id: 'c1' })], storage);
    there.work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    there.work.writing.discard('edit-c1');
    work.writing.noteStored({ key: 'parley:draft:thread:anna:revision-c1', newValue: null, oldValue: '1' });
    work.writing.noteStored({ key: 'parley:draft:thread:anna:edit-c1', newValue: null, oldValue: text });
    expect([model.desk.get().editing, storage.length]).toEqual([null, 0]);
  });

  it('stays open while it is being typed here, whatever another tab does', async () => {
    const { work, model } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    model.drafts.follow('edit-c1', { typed: () => 'Better', show: () => undefined });
    const removed = (key: string) =>
      work.writing.noteStored({ key: `parley:draft:thread:anna:${key}`, newValue: null, oldValue: 'Before' });
    model.drafts.keep('edit-c1', '');
    removed('new');
    removed('edit-c2');
    removed('edit-c1');
    expect([model.desk.get().editing?.id, model.drafts.read('edit-c1')]).toEqual(['c1', 'Better']);
  });

  it('is kept in sight when its comment goes away', async () => {
    const { work, model, kept } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    model.drafts.keep('edit-c1', 'Better');
    work.reading.applyChanges(gone('c1'), aState(), () => false);
    expect(kept()).toEqual([{ place: 'edit-c1', text: 'Better', reason: catalogue.errors.cannot_edit }]);
  });

  it('goes on when its author logs in again', async () => {
    const { work, model, service, logIn, storage } = await aFrame(anna);
    work.writing.startEdit('c1', { text: 'Before', revision: 1 });
    model.drafts.keep('edit-c1', 'Better');
    service.answers['PATCH c1'] = [refusal(401, 'not_logged_in'), refusal(403, 'edit_window_closed')];
    await work.writing.saveEdit();
    expect([model.drafts.read('edit-c1'), model.joinForm.get()?.place, model.desk.get().editing?.id]).toEqual(['Better', 'edit-c1', 'c1']);
    expect(new Drafts(new SafeStorage(() => storage), 'thread').places()).toEqual([]);
    await logIn(anna);
    expect([model.drafts.read('edit-c1'), model.desk.get().refusals['edit-c1']]).toEqual(['Better', catalogue.errors.edit_window_closed]);
  });
});

describe('what stands in the form to join', () => {
  it.each(['here', 'in another tab'])('is gone when its author is in, %s', async (where) => {
    const { work, model, service, logIn } = await aFrame(null);
    work.askToJoin({ place: 'top', mode: 'join' });
    Object.assign(model.entered, { name: 'Anna', ...credentials });
    await work.session.refresh();
    expect(model.entered).toEqual({ name: 'Anna', ...credentials });
    service.reader = anna;
    await (where === 'here' ? logIn(anna) : work.session.refresh());
    expect(model.entered).toEqual({ name: '', email: '', password: '' });
  });
});
