import { ShiftClock } from './shift-clock';

const minute = 60_000;

function aTab(kept: Record<string, string> = {}) {
  const tab = {
    at: 0,
    storage: {
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        kept[key] = value;
      },
    },
    clock: (readerId = 'ada') => new ShiftClock(readerId, tab.storage, () => tab.at),
  };
  return tab;
}

describe('the clock of a shift', () => {
  it('counts a comment once, however often it is decided on', () => {
    const clock = aTab().clock();
    for (const id of ['one', 'two', 'one']) clock.noteDecided(id);
    expect(clock.store.getState()).toMatchObject({ decided: 2, decidedSinceBreak: 2 });
  });

  it('says when a break is due, and is told what becomes of it', () => {
    const tab = aTab();
    const clock = tab.clock();
    for (; tab.at < 51 * minute; tab.at += minute) clock.noteActivity();
    clock.tell();
    expect(clock.store.getState()).toMatchObject({ minutes: 51, isBreakDue: true });
    clock.remindLater();
    expect(clock.store.getState()).toMatchObject({ minutes: 51, isBreakDue: false });
    clock.takeBreak();
    expect(clock.store.getState()).toMatchObject({ minutes: 0, isBreakDue: false });
  });

  it('goes on after a reload, for the same person only', () => {
    const tab = aTab();
    tab.clock().noteDecided('one');
    expect(tab.clock().store.getState().decided).toBe(1);
    expect(tab.clock('grace').store.getState().decided).toBe(0);
  });

  it.each(['{', 'null', '{"readerId":"ada","shift":{"decided":"many"}}'])('begins anew where %s was kept', (kept) => {
    expect(aTab({ 'parley-console-shift': kept }).clock().store.getState().decided).toBe(0);
  });

  it('counts without a storage too', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    const clock = new ShiftClock('ada', { getItem: refuse, setItem: refuse });
    clock.noteDecided('one');
    expect(clock.store.getState().decided).toBe(1);
  });
});
