import { queryOf } from '../../api/query-of';
import { filterOf, wantedIn } from './search-query';

describe('what is looked for', () => {
  it('is found again by its address', () => {
    const query =
      '?text=a+%22b%22&status=held&status=removed&section=Sport&rule=links&reader=r&name=Ada&firstDay=2026-11-01&lastDay=2026-11-02';
    expect(queryOf(wantedIn(query))).toBe(query);
    expect(queryOf(wantedIn(''))).toBe('');
  });

  it('passes over what means nothing', () => {
    expect(queryOf(wantedIn('?status=lost&rule=none&firstDay=soon&other=1'))).toBe('');
  });

  it('is asked for in whole days of whoever looks, without what is empty', () => {
    const { from = '', until = '', ...others } = filterOf(wantedIn('?text=+word+&section=+&firstDay=2026-11-01&lastDay=2026-11-01'));
    expect(others).toEqual({ text: 'word' });
    expect(Date.parse(until) - Date.parse(from)).toBe(24 * 3_600_000);
  });
});
