import { CircuitBreaker } from './circuit-breaker';

describe('a circuit breaker', () => {
  let breaker: CircuitBreaker;
  const fail = (times: number, now: number) => {
    for (let turn = 0; turn < times; turn += 1) breaker.noteFailure(now);
  };
  beforeEach(() => {
    breaker = new CircuitBreaker();
  });

  it('lets everything through until five failures came in a row', () => {
    fail(4, 0);
    expect(breaker.mayTry(1)).toBe(true);
    breaker.noteSuccess();
    fail(4, 2);
    expect(breaker.mayTry(3)).toBe(true);
    fail(1, 3);
    expect(breaker.mayTry(4)).toBe(false);
  });

  it('lets one through when half a minute is over, and all when that one went well', () => {
    fail(5, 0);
    expect([breaker.mayTry(29_999), breaker.mayTry(30_000), breaker.mayTry(30_001)]).toEqual([false, true, false]);
    breaker.noteSuccess();
    expect([breaker.mayTry(30_002), breaker.mayTry(30_003)]).toEqual([true, true]);
  });

  it('stays closed to others for as long again when it did not', () => {
    fail(5, 0);
    breaker.mayTry(30_000);
    breaker.noteFailure(30_500);
    expect([breaker.mayTry(60_499), breaker.mayTry(60_500)]).toEqual([false, true]);
  });
});
