import type { CommentPage, ThreadView } from '../../contract/conversation';
import type { Language } from '../../contract/embed';
import { conversationJsonLd } from './conversation-json-ld';
import { inHtml, inScript } from './inert-text';

/** Where the fragment is a page of its own: a column of text, and replies further in than what they answer. */
export const fragmentPageStyles =
  'body{max-width:44rem;margin:0 auto;padding:1rem}h1{font-size:1.75rem;line-height:1.25}section>ol,article>ol{list-style:none}' +
  'section>ol>li,article>ol>li{margin-block-start:1.25rem}article>ol{padding-inline-start:1rem;border-inline-start:1px solid var(--line)}' +
  'article>header>p{font-size:.875rem}';

/**
 * What a publisher includes in the article: the markup, and the same for search engines. Anybody can have said what article a first view
 * was of: search engines are told nothing of it.
 */
export function fragmentPart(thread: FragmentThread, page: CommentPage, markup: string): string {
  if (!thread.isVouchedFor) return markup;
  return `${markup}
<script type="application/ld+json">${inScript(conversationJsonLd(thread, page))}</script>
`;
}

/** A thread, and whether the publisher registered it. */
export type FragmentThread = ThreadView & { isVouchedFor: boolean };

export interface FragmentPage {
  thread: FragmentThread;
  language: Language;
  direction: 'ltr' | 'rtl';
  styles: readonly string[];
}

/** The part as a document of its own, below the title of the article. */
export function fragmentPage({ thread, language, direction, styles }: FragmentPage, part: string): string {
  const title = inHtml(thread.isVouchedFor ? thread.title : thread.articleKey);
  const forSearchEngines = thread.isVouchedFor
    ? `<link rel="canonical" href="${inHtml(thread.url)}">`
    : '<meta name="robots" content="noindex">';
  return `<!doctype html>
<html lang="${language}" dir="${direction}" data-theme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${forSearchEngines}
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
<header><h1><a href="${inHtml(thread.url)}" dir="auto">${title}</a></h1></header>
<main>
${part}</main>
</body>
</html>
`;
}
