import { assertSameOrigin } from './same-origin.policy';

const service = 'https://comments.example.org';

describe('a write', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: service }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: service }, true],
    [{ origin: 'http://comments.example.org' }, false],
    [{ origin: 'https://comments.example.org.evil.example' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('with %j comes from our own pages: %s', (headers, isOwn) => {
    const attempt = (): void => assertSameOrigin(headers, service);
    if (isOwn) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('This can only be done from a page of this service.');
  });
});
