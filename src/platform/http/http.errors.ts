import { type FieldError, Problem } from './problem';

export class InvalidRequest extends Problem {
  constructor(errors: FieldError[]) {
    super({
      code: 'invalid_request',
      status: 400,
      sentence: `Please check: ${errors.map((error) => error.detail).join('; ')}.`,
      extensions: { errors },
    });
  }
}

export class MalformedRequest extends Problem {
  constructor() {
    super({ code: 'malformed_request', status: 400, sentence: 'The request could not be read: it is not HTTP, or its body is not JSON.' });
  }
}

export class NotFound extends Problem {
  constructor() {
    super({ code: 'not_found', status: 404, sentence: 'There is nothing here, or it is not yours to see.' });
  }
}

/** The answer names the methods there are in its header Allow. */
export class MethodNotAllowed extends Problem {
  constructor() {
    super({ code: 'method_not_allowed', status: 405, sentence: 'This address has other methods; the header Allow names them.' });
  }
}

export class RequestTooSlow extends Problem {
  constructor() {
    super({ code: 'request_too_slow', status: 408, sentence: 'The request took too long to arrive. Send it again.' });
  }
}

export class AddressTooLong extends Problem {
  constructor() {
    super({ code: 'address_too_long', status: 414, sentence: 'The address is too long: nothing has such a long name.' });
  }
}

export class HeadersTooLarge extends Problem {
  constructor() {
    super({ code: 'headers_too_large', status: 431, sentence: 'The headers of the request, or its address, are too large.' });
  }
}

export class PayloadTooLarge extends Problem {
  constructor() {
    super({ code: 'payload_too_large', status: 413, sentence: 'The request is too large.' });
  }
}

export class UnsupportedMediaType extends Problem {
  constructor() {
    super({ code: 'unsupported_media_type', status: 415, sentence: 'Send JSON, with the header Content-Type: application/json.' });
  }
}

export class TooManyRequests extends Problem {
  constructor(retryAfterSeconds: number) {
    super({
      code: 'too_many_requests',
      status: 429,
      sentence: `That was too often. Try again in ${retryAfterSeconds} seconds.`,
      retryAfterSeconds,
    });
  }
}

export class TemporarilyUnavailable extends Problem {
  constructor() {
    super({
      code: 'temporarily_unavailable',
      status: 503,
      sentence: 'The service cannot answer right now. Try again in a moment; nothing was lost.',
      retryAfterSeconds: 5,
    });
  }
}

export class InternalError extends Problem {
  constructor() {
    super({
      code: 'internal_error',
      status: 500,
      sentence: 'Something went wrong on our side. Try again; sending the same request twice does no harm.',
    });
  }
}
