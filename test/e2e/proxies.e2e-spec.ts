import { RateLimits } from '../../src/platform/http';
import { BrowserLike } from '../support/browser-like';
import { startTestApp } from '../support/test-app';

describe('the address of a client', () => {
  it.each([
    ['', '127.0.0.1'],
    ['192.0.2.0/24', '127.0.0.1'],
    ['127.0.0.1', '203.0.113.3'],
    ['127.0.0.0/8,203.0.113.3', '203.0.113.2'],
  ])('with the trusted proxies %p is that of the first who is none of them', async (proxies, expected) => {
    const server = await startTestApp({ TRUSTED_PROXIES: proxies });
    try {
      const consume = jest.spyOn(server.app.get(RateLimits, { strict: false }), 'consume');
      await new BrowserLike(server.url).post('/api/v1/session', {}, { 'x-forwarded-for': '203.0.113.1, 203.0.113.2, 203.0.113.3' });
      expect(consume).toHaveBeenCalledWith('writesPerAddress', expected);
    } finally {
      await server.close();
    }
  });
});
