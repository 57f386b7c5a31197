import { Problem } from '../platform/http';

export class SiteKeyTaken extends Problem {
  constructor() {
    super({ code: 'site_key_taken', status: 409, sentence: 'There is already a site with this key. Choose another.' });
  }
}

export class OriginTaken extends Problem {
  constructor() {
    super({
      code: 'origin_taken',
      status: 409,
      sentence: 'Another site has one of these origins, and an origin belongs to one site only. Take it from the other site first.',
    });
  }
}

export class InvalidOrigin extends Problem {
  constructor(origin: string) {
    super({
      code: 'invalid_origin',
      status: 422,
      sentence: `“${origin}” is not an origin. Write it like https://www.example.org, without a path.`,
    });
  }
}
