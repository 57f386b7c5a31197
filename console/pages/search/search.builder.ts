import type { FoundComment } from '../../../contract/search';
import { aHeldComment } from '../../queue/held.builder';

/** The `number`th comment of a site. */
export function aFoundComment(number: number, given: Partial<FoundComment> = {}): FoundComment {
  return { ...aHeldComment(number), status: 'held', lastDecision: null, pickedAt: null, excerpt: [], ...given };
}
