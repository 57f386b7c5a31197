import type { Language, Theme } from '../../contract/embed';
import type { Problem } from '../platform/http';
import { inHtml } from './inert-text';

interface Words {
  /** It may work later. */
  later: string;
  again: string;
  /** It will not, until somebody changes something. */
  never: string;
}

const words: Record<Language, Words> = {
  en: { later: 'The comments cannot be shown right now.', again: 'Try again', never: 'The comments cannot be shown on this page.' },
  de: {
    later: 'Die Kommentare können gerade nicht gezeigt werden.',
    again: 'Noch einmal versuchen',
    never: 'Die Kommentare können auf dieser Seite nicht gezeigt werden.',
  },
  es: {
    later: 'Los comentarios no se pueden mostrar en este momento.',
    again: 'Intentar de nuevo',
    never: 'Los comentarios no se pueden mostrar en esta página.',
  },
  fr: {
    later: 'Les commentaires ne peuvent pas être affichés pour le moment.',
    again: 'Réessayer',
    never: 'Les commentaires ne peuvent pas être affichés sur cette page.',
  },
  ar: { later: 'لا يمكن عرض التعليقات الآن.', again: 'حاول مجددًا', never: 'لا يمكن عرض التعليقات في هذه الصفحة.' },
};

export const frameProblemStyles =
  ':root{color-scheme:light dark}[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}body{margin:0;padding:2rem 1rem;text-align:center;font:1rem/1.5 system-ui,sans-serif}small{opacity:.75}';

/** A calm page in the place of the conversation: a sentence for readers, and for the publisher's developer what is wrong. */
export function frameProblemDocument(problem: Problem, { language, theme }: { language: Language; theme: Theme }): string {
  const { later, again, never } = words[language];
  const mayWorkLater = problem.status >= 500 || problem.status === 429;
  const forReaders = mayWorkLater ? `<p>${later}</p>\n<p><a href="">${again}</a></p>` : `<p>${never}</p>`;
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${mayWorkLater ? later : never}</title>
<style>${frameProblemStyles}</style>
</head>
<body>
<main>
${forReaders}
<p lang="en" dir="ltr"><small>${inHtml(problem.message)}</small></p>
</main>
</body>
</html>
`;
}
