import { Drafts } from './drafts';
import { SafeStorage } from './safe-storage';
import { aStorage } from './storage.builder';

const refusing = new SafeStorage(() => {
  throw new Error('no storage here');
});

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
    expect([drafts.read('new'), drafts.read('reply-7')]).toEqual(['The first\n\nA second thought', 'An answer']);
  });

  it('tell their field of what another tab wrote, as such', () => {
    const drafts = new Drafts(refusing, 'one');
    const told = jest.fn();
    const stop = drafts.follow('new', told);
    drafts.put('new', 'From here');
    drafts.noteStored({ key: 'parley:draft:one:new', newValue: 'From there' });
    drafts.noteStored({ key: 'parley:draft:two:new', newValue: 'Of another thread' });
    drafts.noteStored({ key: null, newValue: null });
    expect(told.mock.calls).toEqual([
      ['From here', 'here'],
      ['From there', 'elsewhere'],
    ]);
    stop();
    drafts.put('new', 'Unheard');
    expect(told).toHaveBeenCalledTimes(2);
  });
});
