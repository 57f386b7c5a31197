import { factsOf, isPageName, type PageName } from './pages';

/** Where in the console somebody is; each has an address. */
export interface Place {
  siteKey: string;
  page: PageName;
  /** Of the one thing, or the part, that the page shows. */
  id?: string;
}

const path = /^\/console\/sites\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/;

/** The place of an address; undefined where it names none. */
export function placeOf(address: string): Place | undefined {
  const [, siteKey, page, id] = path.exec(address) ?? [];
  if (siteKey === undefined || page === undefined || !isPageName(page)) return undefined;
  const place = { siteKey: decodeURIComponent(siteKey), page };
  if (id === undefined) return place;
  const { hasItems, parts } = factsOf(page);
  return hasItems || parts?.includes(id) ? { ...place, id: decodeURIComponent(id) } : undefined;
}

export function pathOf({ siteKey, page, id }: Place): string {
  const pagePath = `/console/sites/${encodeURIComponent(siteKey)}/${page}`;
  return id === undefined ? pagePath : `${pagePath}/${encodeURIComponent(id)}`;
}
