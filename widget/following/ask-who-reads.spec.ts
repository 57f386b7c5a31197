import { NoAnswer } from '../api/parley-api';
import { askWhoReads } from './ask-who-reads';

const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org' };

describe('who presses', () => {
  it.each([ada, null])('is not asked for again where it is known: %p', async (reader) => {
    const find = jest.fn();
    expect(await askWhoReads({ reader, find })).toBeNull();
    expect(find).not.toHaveBeenCalled();
  });

  it('is asked for where it is not known yet', async () => {
    const find = jest.fn(async () => undefined);
    expect(await askWhoReads({ reader: undefined, find })).toBeNull();
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('is told what is wrong where it cannot be known', async () => {
    const trouble = new NoAnswer('who is reading is not known');
    expect(await askWhoReads({ reader: undefined, find: () => Promise.reject(trouble) })).toBe(trouble);
  });
});
