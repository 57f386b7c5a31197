import { afterActivity, afterDecision, begin, isBreakDue, minutesOfWork, remindLater, type Shift, takeBreak } from './shift';

const minute = 60_000;

/** Somebody does something in each of these minutes. */
function active(shift: Shift, from: number, to: number): Shift {
  let now = shift;
  for (let at = from; at <= to; at += 1) now = afterActivity(now, at * minute);
  return now;
}

describe('a break', () => {
  it('is due after fifty minutes of work, and not before', () => {
    const shift = active(begin(0), 1, 50);
    expect(isBreakDue(shift, 49 * minute)).toBe(false);
    expect(isBreakDue(shift, 50 * minute)).toBe(true);
  });

  it('was made by whoever did nothing for five minutes, and the work counts anew', () => {
    const shift = active(active(begin(0), 1, 40), 45, 60);
    expect(minutesOfWork(shift, 60 * minute)).toBe(15);
    expect(isBreakDue(shift, 60 * minute)).toBe(false);
    expect(isBreakDue(active(shift, 61, 95), 95 * minute)).toBe(true);
  });

  it('is not made by pauses that are shorter', () => {
    let shift = begin(0);
    for (let at = 4; at <= 52; at += 4) shift = afterActivity(shift, at * minute);
    expect(isBreakDue(shift, 52 * minute)).toBe(true);
  });

  it('is not due while nobody is there, nor when they come back', () => {
    const shift = active(begin(0), 1, 49);
    expect(isBreakDue(shift, 55 * minute)).toBe(false);
    expect(minutesOfWork(shift, 55 * minute)).toBe(0);
    expect(isBreakDue(afterActivity(shift, 55 * minute), 55 * minute)).toBe(false);
  });

  it('that is put off is due a quarter of an hour later', () => {
    const shift = active(remindLater(active(begin(0), 1, 50), 50 * minute), 51, 65);
    expect(isBreakDue(shift, 64 * minute)).toBe(false);
    expect(isBreakDue(shift, 65 * minute)).toBe(true);
  });

  it('that is taken lets the work count anew', () => {
    const shift = takeBreak(active(begin(0), 1, 50), 50 * minute);
    expect([minutesOfWork(shift, 50 * minute), isBreakDue(shift, 51 * minute)]).toEqual([0, false]);
  });
});

describe('decisions', () => {
  it('are counted for the shift, and since the last break', () => {
    let shift = afterDecision(afterDecision(begin(0), minute), 2 * minute);
    shift = afterDecision(afterActivity(shift, 10 * minute), 10 * minute);
    expect([shift.decided, shift.decidedSinceBreak]).toEqual([3, 1]);
  });

  it('of another day are of another shift', () => {
    const shift = afterDecision(afterDecision(begin(0), minute), 600 * minute);
    expect([shift.decided, shift.decidedSinceBreak]).toEqual([1, 1]);
  });

  it('do not let time run backwards when the clock is set back', () => {
    expect(minutesOfWork(afterActivity(begin(100 * minute), 10 * minute), 10 * minute)).toBe(0);
  });
});
