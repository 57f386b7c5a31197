import { limits } from '../../contract/limits';
import { InvalidRequest } from '../platform/http';
import { readLine } from '../platform/text';

const { maxCountedArticles } = limits.thread;
/** Of a query that names some, as OpenAPI says it. */
export const articleKeysSchema = { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: maxCountedArticles };

const control = /\p{Cc}/u;

/** Whether an article can have this key. */
export function isArticleKey(text: string): boolean {
  return text.length > 0 && text.length <= limits.thread.articleKeyMaxLength && !control.test(text);
}

/** @throws InvalidRequest */
export function assertArticleKey(articleKey: string): void {
  if (isArticleKey(articleKey)) return;
  const detail = `an article key has 1 to ${limits.thread.articleKeyMaxLength} characters, none of them invisible`;
  throw new InvalidRequest([{ field: 'articleKey', detail }]);
}

/** The articles of a query that names some, each by its key. @throws InvalidRequest */
export function readArticleKeys(given: string | string[] | undefined): string[] {
  const keys = [given ?? []].flat();
  if (keys.length === 0 || keys.length > maxCountedArticles)
    throw new InvalidRequest([{ field: 'article', detail: `name 1 to ${maxCountedArticles} articles` }]);
  for (const key of keys) assertArticleKey(key);
  return keys;
}

/** The address of an article as a page gives it, without a place in it and without credentials; undefined when it is none. */
export function articleUrl(given: string): URL | undefined {
  if (!URL.canParse(given)) return undefined;
  const url = new URL(given);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href.length > limits.thread.urlMaxLength ? undefined : url;
}

/** One line, in normal form, cut to its limit. */
export function readTitle(given: string): string {
  return [...readLine(given)].slice(0, limits.thread.titleMaxLength).join('').trim();
}
