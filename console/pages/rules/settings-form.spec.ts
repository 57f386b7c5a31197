import { aView } from './rules.builder';
import { changedSettings, shownSetting, type Typed, triedSettings } from './settings-form';

const { settings } = aView;

describe('what is typed into settings', () => {
  it.each<[Typed, object]>([
    [{}, {}],
    [{ maxLinks: '5', blockedDomains: 'spam.example\n' }, {}],
    [{ maxLinks: '3' }, { maxLinks: 3 }],
    [{ maxLinks: ' ' }, { maxLinks: null }],
    [{ rejections: '' }, { rejections: 0 }],
    [{ blockedDomains: 'spam.example\n\n other.example \nspam.example' }, { blockedDomains: ['spam.example', 'other.example'] }],
    [
      { newReaderComments: '2', repeatsOfReader: '9' },
      { newReaderComments: 2, repeatsOfReader: 9 },
    ],
  ])('is a change where it differs from what is on: %j', (typed, changed) => {
    expect(changedSettings(settings, typed)).toEqual(changed);
  });

  it('is shown as it is on until then', () => {
    expect([shownSetting(settings, 'maxLinks'), shownSetting({ ...settings, maxLinks: null }, 'maxLinks')]).toEqual(['5', '']);
    expect(shownSetting({ ...settings, trustedDomains: ['a.example', 'b.example'] }, 'trustedDomains')).toBe('a.example\nb.example');
  });

  it('is tried but for what is about texts of the day', () => {
    expect(triedSettings({ maxLinks: 3, repeatsOfReader: 1, repeatsOfOthers: 1 })).toEqual({ maxLinks: 3 });
  });
});
