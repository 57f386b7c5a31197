import type { Topic } from '../api/following-api';
import { useStore } from '../store/use-store';
import { useFrame } from '../view/use-frame';
import { followsInThread, keyOf } from './pressed';

/** Whether the reader follows something: as they pressed, or as it is known. */
export function useFollows(topic: Topic, known?: boolean): boolean {
  const { session, pressed } = useFrame().model;
  const inThread = useStore(session, ({ following }) => followsInThread(following, topic));
  const now = useStore(pressed, ({ follows }) => follows.get(keyOf(topic)));
  return now ?? known ?? inThread;
}
