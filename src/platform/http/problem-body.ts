import { STATUS_CODES } from 'node:http';
import type { Problem, ProblemBody } from './problem';

const titles: Record<number, string> = {
  401: 'Not logged in',
  403: 'Not allowed',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Cannot be done',
};

export const problemType = 'application/problem+json; charset=utf-8';

export function problemBody(problem: Problem, requestId: string): string {
  const body: ProblemBody = {
    type: `urn:parley:problem:${problem.code}`,
    title: titles[problem.status] ?? STATUS_CODES[problem.status] ?? 'Refused',
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    instance: `urn:parley:request:${requestId}`,
    ...problem.extensions,
  };
  return JSON.stringify(body);
}
