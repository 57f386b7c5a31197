import type { FrameMessage } from '../../contract/embed';

/** Far more than any conversation, far less than what browsers can lay out. */
const maxPixels = 1_000_000;
const maxCount = 1_000_000_000;

/** What a message says, if it is one of those that a frame sends; only its known fields are taken over. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const given = Object(data) as Record<string, unknown>;
  switch (given.parley) {
    case 'ready':
      return { parley: 'ready' };
    case 'whole':
      return { parley: 'whole' };
    case 'height':
      return isWithin(given.height, maxPixels) ? { parley: 'height', height: given.height } : undefined;
    case 'scroll':
      return isWithin(given.top, maxPixels) ? { parley: 'scroll', top: given.top } : undefined;
    case 'session':
      return typeof given.loggedIn === 'boolean' ? { parley: 'session', loggedIn: given.loggedIn } : undefined;
    case 'count':
      return isWithin(given.count, maxCount) ? { parley: 'count', count: given.count } : undefined;
  }
}

function isWithin(value: unknown, max: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= max;
}
