import { languages } from '../../contract/embed';
import { inboxTexts as ar } from './inbox-ar';
import { inboxTexts as de } from './inbox-de';
import { inboxTexts as en } from './inbox-en';
import { inboxTexts as es } from './inbox-es';
import { inboxTexts as fr } from './inbox-fr';

const catalogues = { en, de, es, fr, ar };

describe('the texts of the inbox', () => {
  it.each(languages)('%s names the number that stands on the bell, as who sees it says it to who does not', (language) => {
    const { zero: _, ...forms } = catalogues[language].unreadCount as Record<string, string>;
    for (const form of Object.values(forms)) expect(form).toContain('{count}');
  });
});
