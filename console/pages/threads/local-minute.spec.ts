import { localMinute, timeOfLocalMinute } from './local-minute';

describe('a minute of the clock of this machine', () => {
  it.each(['2027-01-31T18:00:00.000Z', '2027-07-31T18:30:00.000Z'])('is the time %s, there and back', (time) => {
    expect(timeOfLocalMinute(localMinute(time))).toBe(time);
  });

  it('is the hour that clocks here show', () => {
    const at = new Date(2027, 6, 31, 9, 5);
    expect(localMinute(at.toISOString())).toBe('2027-07-31T09:05');
  });

  it('may be none', () => {
    expect([localMinute(null), timeOfLocalMinute('')]).toEqual(['', null]);
  });
});
