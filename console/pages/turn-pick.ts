import type { Picked } from '../../contract/thread-settings';
import type { ConsoleApi } from '../api/console-api';

interface Pickable {
  id: string;
  revision: number;
  /** Null where it is not picked. */
  pickedAt: string | null;
}

/** Picks what is no pick, at the revision that was read, and takes a pick back. @throws Refusal, NoAnswer */
export function turnPick(api: Pick<ConsoleApi, 'ask'>, { id, revision, pickedAt }: Pickable): Promise<Picked> {
  return pickedAt === null ? api.ask('PUT', `comments/${id}/pick`, { revision }) : api.ask('DELETE', `comments/${id}/pick`);
}
