/** The beginning of the address of whatever belongs to a site. */
export function sitePath(siteKey: string): string {
  return `sites/${encodeURIComponent(siteKey)}`;
}
