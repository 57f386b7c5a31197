import type { Session } from '../session/session';
import type { Trouble } from './following';

/** Nobody is asked to join before it is known whether they have joined. @returns why it cannot be known; null where it is */
export async function askWhoReads(session: Pick<Session, 'reader' | 'find'>): Promise<Trouble> {
  if (session.reader !== undefined) return null;
  return session.find().then(
    () => null,
    (error: Error) => error,
  );
}
