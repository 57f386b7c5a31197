import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteAccess } from './describe-security';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The codes a route can answer with for what it is, by status; those of its own rules stand under the default. */
export function refusalsOf(
  operation: Operation,
  { right, countsReads, writes }: Partial<RouteAccess> & { writes: boolean },
): Record<string, object> {
  const codes: Record<string, string[]> = { 500: ['internal_error'], 503: ['temporarily_unavailable'] };
  const add = (status: number, ...more: string[]) => {
    codes[status] = [...(codes[status] ?? []), ...more];
  };
  const parameters = (operation.parameters ?? []) as { in: string }[];
  if (operation.requestBody !== undefined) {
    add(400, 'invalid_request', 'malformed_request');
    add(413, 'payload_too_large');
    add(415, 'unsupported_media_type');
  } else if (parameters.some((parameter) => parameter.in === 'query')) add(400, 'invalid_request');
  if (right !== 'public' && right !== 'visitor') add(401, 'not_logged_in');
  if (right === 'publisher') add(401, 'wrong_api_key');
  if (right === 'administrator' || right === 'publisher') add(403, 'not_allowed');
  if (writes) add(403, 'cross_site_request');
  if (writes || countsReads) add(429, 'too_many_requests');
  if (writesInName({ right, writes })) add(409, 'other_reader');
  if (parameters.some((parameter) => parameter.in === 'path')) add(404, 'not_found');
  return Object.fromEntries(Object.entries(codes).map(([status, names]) => [status, { description: names.join(', '), content: problem }]));
}

/** Whether it is done in the name of whoever has the session. */
export function writesInName({ right, writes }: Partial<RouteAccess> & { writes: boolean }): boolean {
  return writes && right !== 'public' && right !== 'visitor';
}

export const anyRefusal = { description: 'Refused; docs/errors.md lists every code.', content: problem };
