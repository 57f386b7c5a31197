import { CrossSiteRequest } from './auth.errors';

interface OriginHeaders {
  'sec-fetch-site'?: string | string[];
  origin?: string;
}

/**
 * Writes come from the service's own pages: browsers say so in Sec-Fetch-Site, older ones in Origin.
 * @throws CrossSiteRequest
 */
export function assertSameOrigin(headers: OriginHeaders, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin') throw new CrossSiteRequest();
    return;
  }
  if (headers.origin !== new URL(publicUrl).origin) throw new CrossSiteRequest();
}
