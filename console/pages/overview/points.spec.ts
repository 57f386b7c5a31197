import type { Overview } from '../../../contract/overview';
import { minutes, rates, shares } from './points';

/** Every hour with this many comments, of which so many were held. */
function anOverview(days: 7 | 30, [comments, held]: [number, number]): Overview {
  const start = Date.parse('2026-11-01T00:00:00Z');
  const hours = Array.from({ length: days * 24 }, (_, index) => ({
    hour: new Date(start + index * 3_600_000).toISOString(),
    comments,
    held,
  }));
  return { days, hours, waits: [], rules: [], appeals: [], decisions: 0 };
}

describe('the points of the plots', () => {
  it('are the hours of a week, and the days of a month as comments in an hour', () => {
    expect(rates(anOverview(7, [3, 0]))).toHaveLength(168);
    const month = rates(anOverview(30, [3, 0]));
    expect([month.length, month[1]]).toEqual([30, { time: '2026-11-02T23:00:00.000Z', perHour: 3 }]);
    const uneven = anOverview(30, [0, 0]);
    uneven.hours[0] = { hour: uneven.hours[0]?.hour ?? '', comments: 6, held: 0 };
    expect(rates(uneven)[0]?.perHour).toBe(0.3);
  });

  it('are shares of a hundred by the day, where there was something', () => {
    expect(shares(anOverview(7, [3, 1]))).toHaveLength(7);
    expect(shares(anOverview(7, [3, 1]))[0]).toEqual({ time: '2026-11-01T23:00:00.000Z', comments: 72, heldPercent: 33.3 });
    expect(shares(anOverview(7, [0, 0]))).toEqual([]);
  });

  it('are minutes to a tenth', () => {
    expect([minutes(60), minutes(100), minutes(1)]).toEqual([1, 1.7, 0]);
  });
});
