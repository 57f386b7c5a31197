import type { Session } from '../session/session';

/** Whether somebody who is signed in can see the page. */
export function isSeen({ store }: Pick<Session, 'store'>): boolean {
  return document.visibilityState === 'visible' && store.getState().phase === 'signedIn';
}
