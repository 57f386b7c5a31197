import type { CommentPage, ThreadView } from '../../contract/conversation';
import type { Language } from '../../contract/embed';
import { conversationJsonLd } from './conversation-json-ld';
import { inHtml, inScript } from './inert-text';

/** The width of a column of text, where the fragment is a page of its own. */
export const fragmentPageStyles = 'body{max-width:44rem;margin:0 auto;padding:1rem}';

/** What a publisher includes in the article: the markup, and the same for search engines. */
export function fragmentPart(thread: ThreadView, page: CommentPage, markup: string): string {
  return `${markup}
<script type="application/ld+json">${inScript(conversationJsonLd(thread, page))}</script>
`;
}

export interface FragmentPage {
  thread: ThreadView;
  language: Language;
  direction: 'ltr' | 'rtl';
  styles: readonly string[];
}

/** The part as a document of its own, below the title of the article. */
export function fragmentPage({ thread, language, direction, styles }: FragmentPage, part: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(thread.title)}</title>
<link rel="canonical" href="${inHtml(thread.url)}">
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
<header><h1><a href="${inHtml(thread.url)}" dir="auto">${inHtml(thread.title)}</a></h1></header>
<main>
${part}</main>
</body>
</html>
`;
}
