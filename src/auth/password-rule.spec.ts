import { passwordProblem } from './password-rule';

describe('a password', () => {
  it.each(['correct horse battery', 'x7#kQ!m2pL', 'Vier grüne Türen'])('may be %s', (password) => {
    expect(passwordProblem(password, [])).toBeUndefined();
  });

  it.each([
    ['short12', 'too_short'],
    ['x'.repeat(129), 'too_long'],
    ['password123', 'too_common'],
    ['qwertyuiop', 'too_common'],
    ['aaaaaaaaaaaa', 'too_common'],
    [`${'a'.repeat(32)}x7#kQ!m2pL`, 'too_common'],
  ])('%s is refused as %s', (password, problem) => {
    expect(passwordProblem(password, [])).toBe(problem);
  });

  it('is refused when it is the name or the address of its reader', () => {
    expect(passwordProblem('wanderlustiger', ['Wanderlustiger', 'wl@example.org'])).toBe('too_common');
  });
});
