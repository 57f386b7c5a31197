import { Problem } from '../platform/http';

export class UrlNotOnSite extends Problem {
  constructor(url: string) {
    super({
      code: 'url_not_on_site',
      status: 422,
      sentence: `${url} is not on an origin of this site. Add its origin to the site, or correct the address.`,
    });
  }
}
