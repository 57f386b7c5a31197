/** A publication. */
export interface Site {
  id: string;
  /** What the embed tag and the API call it; lower-case letters, digits and dashes. */
  key: string;
  name: string;
  /** Where its articles may be, each `scheme://host[:port]` as browsers write an origin. */
  origins: string[];
}

/** Whether `url` is an http(s) address on one of the site's origins. */
export function isOnSite(site: Site, url: string): boolean {
  const { origin, protocol } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && site.origins.includes(origin);
}
