export * from './http.errors';
export { IdPipe } from './id.pipe';
export { type FieldError, Problem, type ProblemBody, type ProblemDetails } from './problem';
export { ProblemFilter, problemOf, sendProblem } from './problem.filter';
export { validationPipe } from './validation.pipe';
