/** Where in the console somebody is; each has an address. */
export interface Place {
  siteKey: string;
  page: 'held';
}

const heldPath = /^\/console\/sites\/([^/]+)\/held$/;

/** The place of an address; undefined where it names none. */
export function placeOf(path: string): Place | undefined {
  const [, siteKey] = heldPath.exec(path) ?? [];
  return siteKey === undefined ? undefined : { siteKey: decodeURIComponent(siteKey), page: 'held' };
}

export function pathOf({ siteKey, page }: Place): string {
  return `/console/sites/${encodeURIComponent(siteKey)}/${page}`;
}
