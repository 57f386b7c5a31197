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
    super({ code: 'malformed_request', status: 400, sentence: 'The request could not be read: its body is not valid JSON.' });
  }
}

export class NotFound extends Problem {
  constructor() {
    super({ code: 'not_found', status: 404, sentence: 'There is nothing here, or it is not yours to see.' });
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
