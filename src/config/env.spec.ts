import { readEnv } from './env';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({ NODE_ENV: 'development', PORT: 4600, PARLEY_DATA_DIR: './data', TRUSTED_PROXIES: '' });
  });

  it('reads numbers and takes an empty value as not given', () => {
    const env = readEnv({ PORT: '8080', DATABASE_URL: '' });
    expect([env.PORT, env.DATABASE_URL]).toEqual([8080, undefined]);
  });

  it.each(['https://comments.example.org', 'https://comments.example.org/', 'HTTPS://Comments.example.org:443'])(
    'takes the public address %s as the origin it is',
    (given) => {
      expect(readEnv({ PUBLIC_URL: given }).PUBLIC_URL).toBe('https://comments.example.org');
    },
  );

  it.each(['/comments', '//', '?x=1', '/#y'])('refuses a public address with %s after the origin, and says what it takes', (rest) => {
    expect(() => readEnv({ PUBLIC_URL: `https://comments.example.org${rest}` })).toThrow('PUBLIC_URL is an origin such as');
  });

  it.each([
    [{}, 4601],
    [{ PORT: '8080' }, 8081],
    [{ PORT: '0' }, 0],
    [{ PORT: '65535' }, 0],
    [{ DEMO_PORT: '9000' }, 9000],
    [{ NODE_ENV: 'test' }, undefined],
    [{ NODE_ENV: 'test', DEMO_PORT: '0' }, 0],
    [{ NODE_ENV: 'production' }, undefined],
    [{ NODE_ENV: 'production', DEMO_PORT: '9000' }, undefined],
  ])('with %j has the demo at %s', (given, port) => {
    expect(readEnv(given).demoPort).toBe(port);
  });

  it.each([
    ['PORT', '99999'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'comments.example.org'],
    ['PUBLIC_URL', 'ftp://comments.example.org'],
    ['PUBLIC_URL', 'https://me:secret@comments.example.org'],
    ['DATABASE_URL', 'mysql://somewhere/x'],
    ['TRUSTED_PROXIES', 'yes'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(name);
  });
});
