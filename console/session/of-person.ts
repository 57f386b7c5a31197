import type { Session } from './session';

/** One for whoever is signed in: made when it is first asked for, gone when they leave or somebody else signs in. */
export function ofPerson<Surroundings extends { session: Pick<Session, 'store'> }, Made>(
  make: (surroundings: Surroundings) => Made,
): (surroundings: Surroundings) => Made {
  const known = new WeakMap<object, Made>();
  return (surroundings) => {
    const { session } = surroundings;
    const made = known.get(session) ?? make(surroundings);
    if (known.has(session)) return made;
    known.set(session, made);
    const readerId = session.store.getState().me?.reader.id;
    const stop = session.store.subscribe(({ phase, me }) => {
      if (phase !== 'signedOut' && me?.reader.id === readerId) return;
      known.delete(session);
      stop();
    });
    return made;
  };
}
