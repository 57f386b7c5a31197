import type { Look } from '../../contract/embed';

/** Names of the frame for those who hear it, in the languages of the widget. */
const names: Record<string, string | undefined> = {
  de: 'Kommentare',
  es: 'Comentarios',
  fr: 'Commentaires',
  ar: 'التعليقات',
};

/** The language of the page where the element is. */
function languageAt(element: HTMLElement): string {
  return element.dataset.parleyLang || element.closest<HTMLElement>('[lang]')?.lang || 'en';
}

export function frameName(element: HTMLElement): string {
  return names[languageAt(element).slice(0, 2).toLowerCase()] ?? 'Comments';
}

/** Where the framed document of the element's conversation is. Everything in it is public. */
export function frameAddress(element: HTMLElement, service: string, look: Look): string {
  const { parleyThread, parleyUrl, parleyTitle } = element.dataset;
  const parameters = new URLSearchParams({
    article: parleyThread ?? '',
    origin: location.origin,
    url: parleyUrl || articleUrl(),
    title: parleyTitle || document.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content || document.title,
    lang: languageAt(element),
  });
  const given = { ...look, comment: permalinkedComment(location.hash) };
  for (const [name, value] of Object.entries(given)) if (value) parameters.set(name, value);
  return `${service}/embed/thread?${parameters}`;
}

/** The address that names the article: the canonical one, unless that is of another publication. */
function articleUrl(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '';
  return canonical.startsWith(`${location.origin}/`) ? canonical : location.href.replace(/#.*/, '');
}

/** The comment that the place in an address names. */
export function permalinkedComment(hash: string): string | undefined {
  return /^#parley-comment-([\da-f-]{36})$/.exec(hash)?.[1];
}
