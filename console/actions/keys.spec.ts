import { comfortActions } from '../comfort/comfort-actions';
import { GoodOnes } from '../comfort/good-ones';
import { ShiftClock } from '../comfort/shift-clock';
import { deskOf } from '../readers/desk';
import { readerNews } from '../readers/reader-news';
import { aSanction } from '../readers/readers.builder';
import type { Workplace } from '../workplace';
import { noteOn } from '../writing/drafts';
import { allActions } from './all-actions';
import { actionOf } from './keys';
import { ada, aWorkplace, surroundings } from './workplace.builder';

const pressed = (key: string, given: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...given,
});

/** Presses them one after the other, and does what they mean. */
function press(workplace: Workplace, ...keys: string[]): void {
  for (const key of keys) actionOf(pressed(key), workplace, false)?.perform(workplace);
}

const pageOf = ({ places }: Workplace) => places.store.getState().place?.page;

describe('a key', () => {
  it('belongs to one action', () => {
    const keys = allActions.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(allActions.map(({ id }) => id)).size).toBe(allActions.length);
  });

  it.each([
    ['a', 'approve'],
    ['A', 'approve'],
    ['r', 'reject'],
    ['j', 'nextItem'],
    ['?', 'showHelp'],
  ])('%s means %s', async (key, id) => {
    expect(actionOf(pressed(key), await aWorkplace(), false)?.id).toBe(id);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('k with %p opens the palette, while writing too', async (modifier) => {
    expect(actionOf(pressed('k', modifier), await aWorkplace(), true)?.id).toBe('openPalette');
  });

  it.each<[string, Partial<KeyboardEvent>]>([
    ['with Alt', { altKey: true }],
    ['while a word is composed', { isComposing: true }],
    ['held down', { repeat: true }],
    ['with Ctrl', { ctrlKey: true }],
    ['that was taken already', { defaultPrevented: true }],
  ])('%s approves nothing', async (_, given) => {
    expect(actionOf(pressed('a', given), await aWorkplace(), false)).toBeUndefined();
  });

  it('with Shift is another, also where letters alone mean nothing', async () => {
    const workplace = await aWorkplace();
    const shifted = (): unknown => actionOf(pressed('J', { shiftKey: true }), workplace, false)?.id;
    expect([shifted(), actionOf(pressed('?', { shiftKey: true }), workplace, false)?.id]).toEqual([undefined, 'showHelp']);
    const offered = { id: 'more', names: { en: '', de: '' }, key: 'shift+j', isPossible: () => true, perform: () => undefined };
    workplace.offer([offered]);
    expect([shifted(), actionOf(pressed('j'), workplace, false)?.id]).toEqual(['more', 'nextItem']);
    workplace.preferences.choose({ singleKeys: false });
    expect(shifted()).toBeUndefined();
  });

  it('is offered by a page and by its parts, each for as long as it is shown', async () => {
    const workplace = await aWorkplace();
    const [one, other] = ['one', 'other'].map((id) => ({
      id,
      names: { en: '', de: '' },
      isPossible: () => true,
      perform: () => undefined,
    }));
    const takeBack = workplace.offer([one!]);
    workplace.offer([other!]);
    expect(workplace.offered.getState().actions).toEqual([one, other]);
    takeBack();
    expect(workplace.offered.getState().actions).toEqual([other]);
  });

  it('held down moves on', async () => {
    expect(actionOf(pressed('j', { repeat: true }), await aWorkplace(), false)?.id).toBe('nextItem');
  });

  it('means nothing while writing, under what lies over the page, or with nothing to decide', async () => {
    const workplace = await aWorkplace();
    expect(actionOf(pressed('a'), workplace, true)).toBeUndefined();
    workplace.show('help');
    expect(actionOf(pressed('a'), workplace, false)).toBeUndefined();
    expect(actionOf(pressed('a'), await aWorkplace(0), false)).toBeUndefined();
  });

  it('of a number is a reason while reasons are asked for, but in a text or held down', async () => {
    const workplace = await aWorkplace();
    expect(actionOf(pressed('2'), workplace, false)).toBeUndefined();
    press(workplace, 'r');
    expect(actionOf(pressed('2'), workplace, true)).toBeUndefined();
    expect(actionOf(pressed('2', { repeat: true }), workplace, false)).toBeUndefined();
    expect(['0', '4', 'a'].map((key) => actionOf(pressed(key), workplace, false))).toEqual([undefined, undefined, undefined]);
    actionOf(pressed('2'), workplace, false)?.perform(workplace);
    expect([workplace.overlays.getState().open, workplace.queue.store.getState().items.length]).toEqual([null, 1]);
  });

  it('of a reason is for what it was asked of, and means nothing where something else is in focus by then', async () => {
    const workplace = await aWorkplace();
    press(workplace, 'r');
    workplace.queue.move(1);
    press(workplace, '1');
    expect([workplace.overlays.getState().open, workplace.queue.store.getState().items.length]).toEqual([null, 2]);
  });

  it('Escape closes the sheet of reasons, also where the focus has not come to it', async () => {
    const workplace = await aWorkplace();
    workplace.show('reasons');
    actionOf(pressed('Escape'), workplace, false)?.perform(workplace);
    expect(workplace.overlays.getState().open).toBeNull();
  });

  it('of a number is for the sheet that is open, as long as it takes numbers', async () => {
    const workplace = await aWorkplace();
    const chosen: string[] = [];
    press(workplace, 's');
    expect([workplace.overlays.getState().open, actionOf(pressed('3'), workplace, false)]).toEqual(['sanction', undefined]);
    const takeBack = workplace.takeNumbers((digit) => void chosen.push(digit));
    press(workplace, '3', '0', 'a', '9');
    expect([chosen, actionOf(pressed('3'), workplace, true), actionOf(pressed('3', { repeat: true }), workplace, false)]).toEqual([
      ['3', '9'],
      undefined,
      undefined,
    ]);
    takeBack();
    expect(actionOf(pressed('3'), workplace, false)).toBeUndefined();
  });

  it('lifts a sanction where one is in force that may be lifted', async () => {
    const workplace = await aWorkplace();
    expect(actionOf(pressed('l'), workplace, false)).toBeUndefined();
    workplace.readers.look('demo', 'reader-1');
    await new Promise((resolve) => setTimeout(resolve));
    expect(actionOf(pressed('l'), workplace, false)?.id).toBe('liftSanction');
    workplace.readers.noteSanction('reader-1', aSanction({ isInForce: false }));
    expect(actionOf(pressed('l'), workplace, false)).toBeUndefined();
  });

  it('alone means nothing to whoever has switched that off', async () => {
    const workplace = await aWorkplace();
    workplace.preferences.choose({ singleKeys: false });
    expect(actionOf(pressed('a'), workplace, false)).toBeUndefined();
    expect(actionOf(pressed('k', { ctrlKey: true }), workplace, false)?.id).toBe('openPalette');
  });
});

describe('two keys, one after the other,', () => {
  it('go to a page, and back', async () => {
    const workplace = await aWorkplace();
    press(workplace, 'g', 't');
    expect(pageOf(workplace)).toBe('team');
    press(workplace, 'g', 'h');
    expect(pageOf(workplace)).toBe('held');
  });

  it('go to what is held of new readers, and back to all of it', async () => {
    const workplace = await aWorkplace();
    const [goodOnes, clock] = [
      new GoodOnes(
        async () => [],
        () => null,
      ),
      new ShiftClock('ada', surroundings.localStorage),
    ];
    workplace.offer(comfortActions(workplace, { goodOnes, clock }));
    const items = () => workplace.queue.store.getState().items.length;
    press(workplace, 'g', 'n');
    await new Promise((resolve) => setTimeout(resolve));
    expect([workplace.places.store.getState().place?.id, items()]).toEqual(['new_reader', 0]);
    press(workplace, 'g', 'h');
    await new Promise((resolve) => setTimeout(resolve));
    expect([workplace.places.store.getState().place?.id, items()]).toEqual([undefined, 2]);
  });

  it('are not what the second is alone', async () => {
    const workplace = await aWorkplace();
    press(workplace, 'g', 'a', 't');
    expect([pageOf(workplace), workplace.queue.store.getState().items.length]).toEqual(['held', 2]);
    press(workplace, 'a');
    expect(workplace.queue.store.getState().items).toHaveLength(1);
  });

  it('lead to no page of which somebody has no right', async () => {
    const workplace = await aWorkplace(2, { ...ada, roles: [{ role: 'moderator', siteId: 'site' }] });
    press(workplace, 'g', 't');
    expect(pageOf(workplace)).toBe('held');
    workplace.places.go({ siteKey: 'demo', page: 'team' });
    expect(pageOf(workplace)).toBe('held');
  });
});

describe('another page', () => {
  it('has nothing to decide, and the keys that it offers as long as it is there', async () => {
    const workplace = await aWorkplace();
    press(workplace, 'g', 't');
    expect(actionOf(pressed('a'), workplace, false)).toBeUndefined();
    const invite = { id: 'invite', key: 'i', names: { en: 'Invite', de: 'Einladen' }, isPossible: () => true, perform: () => undefined };
    const takeBack = workplace.offer([invite]);
    expect(actionOf(pressed('i'), workplace, false)).toBe(invite);
    takeBack();
    expect(actionOf(pressed('i'), workplace, false)).toBeUndefined();
  });
});

describe('who is in focus', () => {
  it('is whom the page says, where the page says somebody; their page is one key away', async () => {
    const workplace = await aWorkplace();
    press(workplace, 'g', 's');
    expect(['s', 'n', 'l', 'i'].map((key) => actionOf(pressed(key), workplace, false))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const acts = { tell: jest.fn(), add: jest.fn(), forget: jest.fn(), forgetAll: jest.fn() };
    let leave = workplace.attend({ author: () => ({ id: 'bert', name: 'Bert' }), acts });
    expect(workplace.author?.name).toBe('Bert');
    press(workplace, 'n');
    expect(workplace.overlays.getState().open).toBe('note');
    deskOf(workplace).acts.tell(null);
    deskOf(workplace).acts.add({ takeBack: async () => undefined });
    expect([acts.tell.mock.calls.length, acts.add.mock.calls.length, workplace.acts.store.getState().undoable]).toEqual([1, 1, 0]);
    const desk = deskOf(workplace);
    const other = { tell: jest.fn(), add: jest.fn(), forget: jest.fn(), forgetAll: jest.fn() };
    const leaveOther = workplace.attend({ author: () => ({ id: 'bert', name: 'Bert' }), acts: other });
    desk.acts.tell(readerNews('lifted', 'Bert'));
    desk.acts.tell(readerNews('notLifted', 'Bert', { kind: 'noAnswer' }));
    expect([acts.tell.mock.calls.length, other.tell.mock.calls.length]).toEqual([2, 0]);
    expect(workplace.acts.store.getState().news).toMatchObject({ trouble: { kind: 'noAnswer' } });
    leaveOther();
    leave = workplace.attend({ author: () => ({ id: 'bert', name: 'Bert' }), acts });
    workplace.show(null);
    press(workplace, 'i');
    expect(workplace.places.store.getState().place).toEqual({ siteKey: 'demo', page: 'readers', id: 'bert' });
    press(workplace, 'g', 'e');
    expect(workplace.places.store.getState().place).toEqual({ siteKey: 'demo', page: 'readers' });
    leave();
    expect(workplace.author).toBeUndefined();
  });

  it('is the author of what is in focus on Held, and nobody on a page that shows none', async () => {
    const workplace = await aWorkplace();
    expect(workplace.author).toEqual(workplace.queue.focused?.comment.author);
    press(workplace, 'g', 't');
    expect([workplace.author, actionOf(pressed('s'), workplace, false)]).toEqual([undefined, undefined]);
  });
});

describe('a workplace', () => {
  it('is at the first site when the address names none that is moderated', async () => {
    const workplace = await aWorkplace();
    expect(workplace.places.store.getState().place).toEqual({ siteKey: 'demo', page: 'held' });
    expect(workplace.queue.store.getState().items).toHaveLength(2);
  });

  it('has nothing over it any more where the browser goes to another page', async () => {
    const workplace = await aWorkplace();
    workplace.show('bulk');
    workplace.places.follow('/console/sites/demo/search');
    expect(workplace.overlays.getState().open).toBeNull();
  });

  it('takes nothing back on one site that was done on another', async () => {
    const workplace = await aWorkplace();
    workplace.acts.add({ takeBack: async () => undefined });
    workplace.places.follow('/console/sites/demo/search');
    expect(workplace.acts.store.getState().undoable).toBe(1);
    workplace.places.follow('/console/sites/sport/held');
    expect(workplace.acts.store.getState().undoable).toBe(0);
  });

  it('has nothing of somebody else, who has signed in in their place', async () => {
    const workplace = await aWorkplace();
    const acts = { tell: jest.fn(), add: jest.fn(), forget: jest.fn(), forgetAll: jest.fn() };
    workplace.attend({ author: () => undefined, acts });
    workplace.acts.add({ takeBack: async () => undefined });
    workplace.drafts.keep(noteOn('reader-1'), 'A secret.');
    workplace.session.store.setState({ phase: 'ended' });
    expect(workplace.drafts.of(noteOn('reader-1'))).toBe('A secret.');
    workplace.session.store.setState({ phase: 'signedIn', me: { ...ada, reader: { ...ada.reader, id: 'grace' } } });
    expect([workplace.drafts.store.getState(), workplace.acts.store.getState().undoable, acts.forgetAll.mock.calls.length]).toEqual([
      {},
      0,
      1,
    ]);
  });

  it('has nothing over it, and nothing that was written or read, after somebody left', async () => {
    const workplace = await aWorkplace();
    workplace.show('reasons');
    workplace.drafts.keep(noteOn('reader-1'), 'A secret.');
    workplace.readers.look('demo', 'reader-1');
    await new Promise((resolve) => setTimeout(resolve));
    workplace.acts.add({ takeBack: async () => undefined });
    workplace.acts.tell({ kind: 'takenBack', author: 'Anna' });
    workplace.session.leave();
    expect(workplace.overlays.getState().open).toBeNull();
    expect(workplace.acts.store.getState()).toMatchObject({ news: null, undoable: 0 });
    expect([workplace.drafts.store.getState(), workplace.readers.store.getState().known]).toEqual([{}, {}]);
  });
});
