import type { ThreadMode } from '../../contract/conversation';

export function takesComments(mode: ThreadMode): boolean {
  return mode === 'open' || mode === 'premoderated';
}
