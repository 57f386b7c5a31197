import { isDatabaseUnavailable } from './database-errors';

function anError(message: string, properties: object = {}): Error {
  return Object.assign(new Error(message), properties);
}

describe('a database that cannot answer right now', () => {
  it.each([
    ['a lock that somebody held for too long', '55P03'],
    ['a statement that took too long', '57014'],
    ['a deadlock', '40P01'],
    ['a transaction that lost against another', '40001'],
    ['a full disk', '53100'],
    ['no memory', '53200'],
    ['no connection left', '53300'],
    ['a transaction left idle', '25P03'],
    ['a server that shuts down', '57P01'],
    ['packets that nobody answers', 'ETIMEDOUT'],
    ['a host without a way to it', 'EHOSTUNREACH'],
  ])('is known by %s', (_, code) => {
    expect(isDatabaseUnavailable(anError('refused', { code }))).toBe(true);
    expect(isDatabaseUnavailable(anError('refused', { driverError: { code } }))).toBe(true);
  });

  it('is known by an answer that did not come', () => {
    expect(isDatabaseUnavailable(anError('Query read timeout'))).toBe(true);
  });

  it.each(['23505', '23514', '42P01', '22P02'])('is not what %s says', (code) => {
    expect(isDatabaseUnavailable(anError('refused', { code }))).toBe(false);
  });
});
