import { compareHotPage } from './support/hot-page';

/**
 * P1: how many times a second an anonymous reader gets the first page of a hot thread (20 comments with replies) over HTTP.
 * Its limit: `node:http` alone, in a process of its own too, sending the same headers and the same bytes.
 */
export function run(): Promise<void> {
  return compareHotPage({ id: 'P1', status: 200 });
}
