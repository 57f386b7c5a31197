import { readEnv } from './env';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({ NODE_ENV: 'development', PORT: 4600, PARLEY_DATA_DIR: './data', TRUSTED_PROXIES: '' });
  });

  it('reads numbers and takes an empty value as not given', () => {
    const env = readEnv({ PORT: '8080', DATABASE_URL: '' });
    expect([env.PORT, env.DATABASE_URL]).toEqual([8080, undefined]);
  });

  it('takes a public address without its trailing slash', () => {
    expect(readEnv({ PUBLIC_URL: 'https://comments.example.org/' }).PUBLIC_URL).toBe('https://comments.example.org');
  });

  it.each([
    ['PORT', '99999'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://somewhere/x'],
    ['TRUSTED_PROXIES', 'yes'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(name);
  });
});
