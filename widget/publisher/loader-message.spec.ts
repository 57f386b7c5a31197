import { readLoaderMessage } from './loader-message';

describe('a message from the article page', () => {
  it('is understood when it is one of the two that there are', () => {
    expect(readLoaderMessage({ parley: 'login', more: 1 })).toEqual({ parley: 'login' });
    expect(readLoaderMessage({ parley: 'look', look: { theme: 'dark', accent: '#112233', font: 'Georgia', more: 1 } })).toEqual({
      parley: 'look',
      look: { theme: 'dark', accent: '#112233', font: 'Georgia' },
    });
  });

  it.each([[null], [undefined], ['login'], [{}], [{ parley: 'post', text: 'x' }]])('means nothing when it is %j', (data) => {
    expect(readLoaderMessage(data)).toBeUndefined();
  });

  it('has a harmless look whatever it says', () => {
    expect(readLoaderMessage({ parley: 'look', look: { theme: 'x', accent: {}, font: [] } })).toEqual({
      parley: 'look',
      look: { theme: 'auto' },
    });
    expect(readLoaderMessage({ parley: 'look' })).toEqual({ parley: 'look', look: { theme: 'auto' } });
  });
});
