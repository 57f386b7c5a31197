import { PasswordHashes } from './password-hashes';

describe('password hashes', () => {
  it('match the password they were made of, in any Unicode form, and no other', async () => {
    const hashes = new PasswordHashes();
    const stored = await hashes.hash('caf\u00e9 au lait');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashes.matches(stored, 'cafe\u0301 au lait')).toBe(true);
    expect(await hashes.matches(stored, 'cafe au lait')).toBe(false);
  });

  it('do the same work for a reader who does not exist', async () => {
    const verified: string[] = [];
    class Watched extends PasswordHashes {
      protected override verify(stored: string, password: string): Promise<boolean> {
        verified.push(stored);
        return super.verify(stored, password);
      }
    }
    expect(await new Watched().matches(undefined, 'nobody has this password')).toBe(false);
    expect(verified).toEqual([expect.stringMatching(/^\$argon2id\$/)]);
  });

  it('are not compared with more than a password can be, nor is that normalized', async () => {
    const hashes = new PasswordHashes();
    const normalize = jest.spyOn(String.prototype, 'normalize');
    try {
      expect(await hashes.matches(undefined, `a${'\u0301\u0323'.repeat(30_000)}`)).toBe(false);
      expect(await hashes.matches(undefined, '\u{1f600}'.repeat(129))).toBe(false);
      expect(normalize).not.toHaveBeenCalled();
    } finally {
      normalize.mockRestore();
    }
  });

  it('are not compared when the turn is refused, and the next has its turn', async () => {
    const hashes = new PasswordHashes();
    const stored = await hashes.hash('correct horse battery');
    const refuse = () => Promise.reject(new Error('no more tries'));
    for (let index = 0; index < 3; index += 1) {
      await expect(hashes.matches(stored, 'correct horse battery', refuse)).rejects.toThrow('no more tries');
    }
    expect(await hashes.matches(stored, 'correct horse battery')).toBe(true);
  });

  it('refuse to let more than a hundred wait', async () => {
    const hashes = new PasswordHashes();
    const outcomes = await Promise.allSettled(Array.from({ length: 110 }, () => hashes.matches(undefined, 'x')));
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(8);
  });
});
