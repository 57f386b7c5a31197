/** What a refused request answers: RFC 9457, with a stable `code`. `errors` names the fields at fault. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  errors?: FieldError[];
  [extension: string]: unknown;
}

export interface FieldError {
  field: string;
  detail: string;
}

export interface ProblemDetails {
  /** Stable, snake_case; listed in docs/errors.md. */
  code: string;
  status: number;
  /** A sentence a person can act on; nothing internal. */
  sentence: string;
  /** Further members of the answer, safe to show. */
  extensions?: Record<string, unknown>;
  /** Seconds until another try makes sense. */
  retryAfterSeconds?: number;
}

/** A refusal with a reason. Modules extend it, one class per code. */
export abstract class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly extensions: Record<string, unknown>;
  readonly retryAfterSeconds?: number;

  constructor(details: ProblemDetails) {
    super(details.sentence);
    this.name = new.target.name;
    this.code = details.code;
    this.status = details.status;
    this.extensions = details.extensions ?? {};
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
