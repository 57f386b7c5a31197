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

export class UnknownOrigin extends Problem {
  constructor(origin: string) {
    super({
      code: 'unknown_origin',
      status: 403,
      sentence: `No site here has the origin ${origin}. An administrator of this service can add it to a site.`,
    });
  }
}

export class TooManyFirstViews extends Problem {
  constructor() {
    super({
      code: 'too_many_first_views',
      status: 429,
      sentence: 'Too many new articles of this site were opened lately. The publisher can register this one, or it works again later.',
      retryAfterSeconds: 3_600,
    });
  }
}
