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

  it('have room again for as many as are given back, however many were refused meanwhile', async () => {
    const rates = new RateLimits();
    const tryAll = async (count: number) => {
      const outcomes = await Promise.allSettled(Array.from({ length: count }, () => rates.consume('postsPerReader', 'anna')));
      return outcomes.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(await tryAll(30)).toBe(10);
    for (let index = 0; index < 3; index += 1) await rates.giveBack('postsPerReader', 'anna');
    expect(await tryAll(30)).toBe(3);
  });

  it('never have more room than they began with', async () => {
    const rates = new RateLimits();
    await rates.consume('postsPerReader', 'anna');
    for (let index = 0; index < 3; index += 1) await rates.giveBack('postsPerReader', 'anna');
    for (let index = 0; index < 10; index += 1) await rates.consume('postsPerReader', 'anna');
    await expect(rates.consume('postsPerReader', 'anna')).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});
