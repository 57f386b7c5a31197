export * from './http.errors';
export { HttpModule } from './http.module';
export { IdPipe, isId } from './id.pipe';
export { type FieldError, Problem, type ProblemBody, type ProblemDetails } from './problem';
export { ProblemFilter, problemOf } from './problem.filter';
export { addressKey, RateLimits } from './rate-limits';
export { Representation } from './representation';
export { requestAddress } from './request-address';
export { validationPipe } from './validation.pipe';
