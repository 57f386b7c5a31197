import { compareHotPage } from './support/hot-page';

/**
 * P2: the same page asked for with If-None-Match by a reader who has it: how many times a second the answer is 304.
 * Its limit: `node:http` alone sending a 304 with the same headers.
 */
export function run(): Promise<void> {
  return compareHotPage({ id: 'P2', status: 304 });
}
