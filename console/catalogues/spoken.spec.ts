import { de } from './de';
import { Spoken } from './spoken';

describe('the language that is spoken', () => {
  const said = ({ store }: Spoken) => store.getState().wording.texts.signIn.submit;

  it('is the one that was asked for last, whichever words come first', async () => {
    const spoken = new Spoken({ de: async () => de });
    await Promise.all([spoken.speak('de'), spoken.speak('en')]);
    expect(said(spoken)).toBe('Sign in');
    await spoken.speak('de');
    expect(said(spoken)).toBe('Anmelden');
  });

  it('stays as it is where the words of another do not come', async () => {
    const spoken = new Spoken({ de: () => Promise.reject(new Error('no connection')) });
    await spoken.speak('de');
    expect(said(spoken)).toBe('Sign in');
  });
});
