import type { PublishedComment } from '../../contract/conversation';
import { withChanges, withWaitingShown } from '../conversation/changes';
import { conversationFromPage } from '../conversation/conversation';
import { aComment, aPage, aState } from '../conversation/conversation.builder';
import type { Outgoing } from '../drafts/outbox';
import type { Desk, Screen } from '../frame/frame-model';
import type { SessionState } from '../session/session';
import { Store } from '../store/store';
import type { HiddenComments } from './hidden-in';
import { Hiding } from './hiding';
import { nothingPressed, type Pressed } from './pressed';

const author = (id: string) => ({ id, name: id, badge: null });
const following = {
  followsThread: false,
  followsSection: false,
  conversations: [],
  muted: [] as string[],
  words: [] as string[],
};

function aModel(comments: PublishedComment[]) {
  const screen = new Store<Screen>({
    whole: conversationFromPage(aPage(comments), 'newest'),
    part: null,
    loading: new Set(),
    failed: new Set(),
  });
  const session = new Store<SessionState>({
    reader: { id: 'me', name: 'Me', email: 'me@example.org' },
    reactions: {},
    unpublished: [],
    sanction: null,
    reported: [],
    following,
    shown: new Set(),
    mayPostAt: 0,
  });
  return {
    screen,
    session,
    pressed: new Store<Pressed>(nothingPressed),
    outgoing: new Store<readonly Outgoing[]>([]),
    desk: new Store<Desk>({ replyingTo: null, editing: null, refusals: {}, warned: {}, held: null, latest: null }),
    hidden: new Store<HiddenComments>(new Map()),
  };
}

const heights = () => 100;
const told = (model: ReturnType<typeof aModel>, muted: string[]) => model.session.patch({ following: { ...following, muted } });
const press = (model: ReturnType<typeof aModel>, id: string, kind: 'mute' | null) =>
  model.pressed.update((pressed) => ({ ...pressed, mutes: new Map(pressed.mutes).set(id, kind) }));
const arrive = (model: ReturnType<typeof aModel>, comment: PublishedComment, isShownAtOnce = false) =>
  model.screen.update((screen) => ({
    ...screen,
    whole: withChanges(screen.whole, { changes: [comment], state: aState(), isShownAtOnce: () => isShownAtOnce }),
  }));
const hidden = (model: ReturnType<typeof aModel>) => Object.fromEntries(model.hidden.get());

describe('what a reader does not want to see', () => {
  it('keeps its place where it stands on the screen, until nobody sees it go', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') }), aComment({ id: 'b' })]);
    const hiding = new Hiding(model, heights);
    expect(hidden(model)).toEqual({});
    told(model, ['anna']);
    expect(hidden(model)).toEqual({ a: 100 });
    hiding.letGo('a');
    expect(hidden(model)).toEqual({ a: 'none' });
  });

  it('keeps its place also where it was on the screen before this was there', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    told(model, ['anna']);
    new Hiding(model, heights);
    expect(hidden(model)).toEqual({ a: 100 });
  });

  it('goes at once where the reader asks for it, and comes back', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    new Hiding(model, heights);
    press(model, 'anna', 'mute');
    expect(hidden(model)).toEqual({ a: 'none' });
    press(model, 'anna', null);
    expect(hidden(model)).toEqual({});
  });

  it('keeps its place where it was pressed here, and another tab knows better', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    new Hiding(model, heights);
    press(model, 'anna', null);
    told(model, ['anna']);
    expect(hidden(model)).toEqual({});
    model.pressed.set(nothingPressed);
    expect(hidden(model)).toEqual({ a: 100 });
  });

  it('goes at once where the first press has this loaded', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    press(model, 'anna', 'mute');
    new Hiding(model, heights);
    expect(hidden(model)).toEqual({ a: 'none' });
  });

  it('needs no place where nothing of it is on the page', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    new Hiding(model, () => undefined);
    told(model, ['anna']);
    expect(hidden(model)).toEqual({ a: 'none' });
  });

  it('never shows when it arrives, nor when the reader asks for what arrived', () => {
    const model = aModel([aComment({ id: 'a' })]);
    new Hiding(model, heights);
    told(model, ['anna']);
    arrive(model, aComment({ id: 'b', author: author('anna') }));
    expect(hidden(model)).toEqual({ b: 'none' });
    model.screen.update((screen) => ({ ...screen, whole: withWaitingShown(screen.whole, null, ['b']) }));
    expect(hidden(model)).toEqual({ b: 'none' });
  });

  it('keeps its place where an edit makes it so', () => {
    const model = aModel([aComment({ id: 'a' })]);
    new Hiding(model, heights);
    model.session.patch({ following: { ...following, words: ['ferry'] } });
    const known = model.screen.get().whole.comments.get('a') as PublishedComment;
    arrive(model, { ...known, seq: known.seq + 1_000, body: [{ type: 'paragraph', children: [{ type: 'text', value: 'A ferry' }] }] });
    expect(hidden(model)).toEqual({ a: 100 });
  });

  it('is shown where the reader asks for one, until somebody else reads', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    const hiding = new Hiding(model, heights);
    press(model, 'anna', 'mute');
    hiding.show('a');
    expect(hidden(model)).toEqual({});
    model.session.patch({ reader: { id: 'other', name: 'Other', email: 'other@example.org' } });
    expect(Object.keys(hidden(model))).toEqual(['a']);
  });

  it('keeps a line above what the reader writes there', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    model.desk.patch({ replyingTo: 'a' });
    new Hiding(model, heights);
    press(model, 'anna', 'mute');
    expect(hidden(model)).toEqual({ a: 'line' });
    model.desk.patch({ replyingTo: null });
    expect(hidden(model)).toEqual({ a: 'none' });
  });

  it('is told only when something changed', () => {
    const model = aModel([aComment({ id: 'a', author: author('anna') })]);
    new Hiding(model, heights);
    told(model, ['anna']);
    const listener = jest.fn();
    model.hidden.subscribe(listener);
    arrive(model, aComment({ id: 'b' }));
    model.desk.patch({ replyingTo: 'b' });
    expect(listener).not.toHaveBeenCalled();
  });
});
