import { addressKey, RateLimits } from './rate-limits';

describe('rate limits', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ])('%s and %s are one address: %s', (one, other, isOne) => {
    expect(addressKey(one) === addressKey(other)).toBe(isOne);
  });

  it('refuse what is too often, with the seconds to wait, and nobody else', async () => {
    const rates = new RateLimits();
    for (let index = 0; index < 10; index += 1) await rates.consume('postsPerReader', 'anna');
    await expect(rates.consume('postsPerReader', 'anna')).rejects.toMatchObject({ status: 429, retryAfterSeconds: expect.any(Number) });
    await expect(rates.consume('postsPerReader', 'ben')).resolves.toBeUndefined();
    await expect(rates.assertLeft('postsPerReader', 'anna')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
