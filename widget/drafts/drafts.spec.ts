import { Drafts } from './drafts';
import { SafeStorage } from './safe-storage';
import { aStorage } from './storage.builder';

const refusing = new SafeStorage(() => {
  throw new Error('no storage here');
});

/** A field where this is being typed; it tells what it was made to show. */
function aField(typed = '') {
  const show = jest.fn();
  return { typed: () => typed, show };
}

describe('drafts', () => {
  it('outlive the page, one for each place of each thread', () => {
    const storage = new SafeStorage(() => shared);
    const shared = aStorage();
    new Drafts(storage, 'one').keep('new', 'Half a thought');
    new Drafts(storage, 'one').keep('reply-7', 'Half an answer');
    expect(new Drafts(new SafeStorage(() => shared), 'one').read('new')).toBe('Half a thought');
    expect(new Drafts(storage, 'one').read('reply-7')).toBe('Half an answer');
    expect(new Drafts(storage, 'two').read('new')).toBe('');
  });

  it('leave nothing behind when they are empty', () => {
    const shared = aStorage();
    const drafts = new Drafts(new SafeStorage(() => shared), 'one');
    drafts.keep('new', 'Something');
    drafts.keep('new', '');
    expect(shared.length).toBe(0);
  });

  it('are kept in memory where the browser refuses to store', () => {
    const drafts = new Drafts(refusing, 'one');
    drafts.keep('new', 'Half a thought');
    expect(drafts.read('new')).toBe('Half a thought');
    drafts.keep('new', '');
    expect(drafts.read('new')).toBe('');
  });

  it('go back before what was written meanwhile', () => {
    const drafts = new Drafts(refusing, 'one');
    drafts.keep('new', 'A second thought');
    drafts.giveBack('new', 'The first');
    drafts.giveBack('reply-7', 'An answer');
    for (const _ of [1, 2]) drafts.giveBack('new', 'The first');
    expect([drafts.read('new'), drafts.read('reply-7')]).toEqual(['The first\n\nA second thought', 'An answer']);
  });

  it('tell their field of what another tab wrote, as such', () => {
    const drafts = new Drafts(refusing, 'one');
    const field = aField();
    const stop = drafts.follow('new', field);
    drafts.put('new', 'From here');
    drafts.noteStored({ key: 'parley:draft:one::new', newValue: 'From there', oldValue: null });
    drafts.noteStored({ key: 'parley:draft:two::new', newValue: 'Of another thread', oldValue: null });
    drafts.noteStored({ key: 'parley:draft:one:berta:new', newValue: 'Of another reader', oldValue: null });
    drafts.noteStored({ key: null, newValue: null, oldValue: null });
    expect(field.show.mock.calls).toEqual([
      ['From here', 'here'],
      ['From there', 'elsewhere'],
    ]);
    stop();
    drafts.put('new', 'Unheard');
    expect(field.show).toHaveBeenCalledTimes(2);
  });

  it('are still drafts when another tab sends its own, unless that is what stands here, gone on with', () => {
    const [drafts, field] = [new Drafts(refusing, 'one'), aField('Half a sentence')];
    drafts.follow('new', field);
    const sent = (oldValue: string) => drafts.noteStored({ key: 'parley:draft:one::new', newValue: null, oldValue });
    sent('Something else');
    expect([drafts.read('new'), field.show.mock.calls]).toEqual(['Half a sentence', []]);
    drafts.keep('new', '');
    sent('Half a sentence, and its end');
    expect([drafts.read('new'), field.show.mock.calls]).toEqual(['', [['', 'elsewhere']]]);
  });

  it('go with a visitor who joins, before what they had there already', () => {
    const drafts = new Drafts(refusing, 'one');
    drafts.belongTo('anna');
    drafts.keep('new', 'Of last week');
    drafts.belongTo(null);
    const field = aField();
    drafts.follow('new', field);
    drafts.keep('new', 'Of today');
    drafts.keep('reply-7', 'An answer');
    drafts.belongTo('anna');
    expect([drafts.read('new'), drafts.read('reply-7')]).toEqual(['Of today\n\nOf last week', 'An answer']);
    expect(field.show).toHaveBeenLastCalledWith('Of today\n\nOf last week', 'here');
    drafts.belongTo('berta');
    expect([drafts.places(), field.show.mock.lastCall]).toEqual([[], ['', 'here']]);
  });

  it('are taken along by the tab that shows them: what another tab is about to send is left to it', () => {
    const shared = aStorage();
    const [one, other] = ['one', 'other'].map(() => new Drafts(new SafeStorage(() => shared), 'thread')) as [Drafts, Drafts];
    other.follow('new', aField('Half a thought'));
    one.keep('new', 'About to be sent');
    other.belongTo('anna');
    expect([one.read('new'), other.read('new')]).toEqual(['About to be sent', 'Half a thought']);
  });

  it('are out of sight when their reader is gone, but for what is being typed right then', () => {
    const drafts = new Drafts(refusing, 'one');
    drafts.belongTo('anna');
    const [idle, busy] = [aField(), aField('An answer')];
    drafts.follow('new', idle);
    drafts.follow('reply-7', busy);
    drafts.keep('new', 'Private so far');
    drafts.keep('reply-7', 'An answer');
    drafts.belongTo(null);
    expect(idle.show).toHaveBeenLastCalledWith('', 'here');
    expect(drafts.places()).toEqual(['reply-7']);
    drafts.belongTo('anna');
    expect([drafts.read('new'), drafts.read('reply-7')]).toEqual(['Private so far', 'An answer']);
  });

  it('stay their reader’s while they stand before the eyes without one: no visitor has them, and nobody who logs in next', () => {
    const shared = aStorage();
    const [here, later] = ['here', 'later'].map(() => new Drafts(new SafeStorage(() => shared), 'one')) as [Drafts, Drafts];
    here.belongTo('anna');
    const field = aField('Lena’s affair');
    here.follow('new', field);
    here.type('new', 'Lena’s affair');
    here.belongTo(null);
    here.type('new', 'Lena’s affair, told');
    expect([here.read('new'), here.places(), here.ownerOf('new')]).toEqual(['Lena’s affair, told', ['new'], 'anna']);
    expect([later.read('new'), later.places()]).toEqual(['', []]);
    here.belongTo('omar');
    expect([here.read('new'), here.places(), field.show.mock.lastCall]).toEqual(['', [], ['', 'here']]);
    later.belongTo('anna');
    expect(later.read('new')).toBe('Lena’s affair, told');
  });

  it('that came back when their reader was logged out are still that reader’s', () => {
    const shared = aStorage();
    const drafts = new Drafts(new SafeStorage(() => shared), 'one');
    drafts.belongTo('anna');
    drafts.belongTo(null);
    drafts.leaveTo('anna', 'new');
    drafts.giveBack('new', 'Not sent');
    expect(drafts.read('new')).toBe('Not sent');
    drafts.belongTo('omar');
    expect(drafts.places()).toEqual([]);
    drafts.leaveTo('anna', 'new');
    expect(drafts.ownerOf('new')).toBe('omar');
  });

  it.each([
    ['went on there', 'First.', 'First.\n\nSecond.', 'First.!', 'First.!\n\nSecond.'],
    ['gave a text back', 'First.', 'Refused.\n\nFirst.', 'First.!', 'Refused.\n\nFirst.!'],
    ['wrote something else', 'First.', 'Other.', 'First.!', 'First.!\n\nOther.'],
    ['began there', '', 'Other.', 'F', 'F\n\nOther.'],
    ['discarded it', 'First.', '', 'First.!', 'First.!'],
  ])('lose nothing when another tab, unheard, %s', (_, known, stored, typed, expected) => {
    const shared = aStorage();
    const [here, there] = ['here', 'there'].map(() => new Drafts(new SafeStorage(() => shared), 'one')) as [Drafts, Drafts];
    here.follow('new', aField());
    here.put('new', known);
    there.keep('new', stored);
    here.type('new', typed);
    expect(here.read('new')).toBe(expected);
    here.type('new', `${expected}?`);
    expect(here.read('new')).toBe(`${expected}?`);
  });

  it('are put together at the next key, never in answer to another tab: two that answered each other would not end', () => {
    const [drafts, field] = [new Drafts(refusing, 'thread'), aField('Half')];
    drafts.follow('new', field);
    drafts.put('new', 'Half');
    drafts.keep('new', 'Half, and more');
    drafts.noteStored({ key: 'parley:draft:thread::new', newValue: 'Half, and more', oldValue: 'Half' });
    expect([drafts.read('new'), field.show.mock.lastCall]).toEqual(['Half, and more', ['Half', 'here']]);
    drafts.type('new', 'Half!');
    expect([drafts.read('new'), field.show.mock.lastCall]).toEqual(['Half!, and more', ['Half!, and more', 'here']]);
  });
});
