import { useStore } from 'zustand';
import { hasRoleOn } from '../session/session';
import type { Workplace } from '../workplace';

type SignedIn = Pick<Workplace, 'session'>;

/** Whether whoever is signed in sets up a site, and picks there. */
export function mayEdit({ session }: SignedIn, siteKey: string): boolean {
  const { me } = session.store.getState();
  const site = session.sites.find(({ key }) => key === siteKey);
  return me !== null && site !== undefined && hasRoleOn(me, site.id, ['editor']);
}

export function useMayEdit(signedIn: SignedIn, siteKey: string): boolean {
  useStore(signedIn.session.store);
  return mayEdit(signedIn, siteKey);
}
