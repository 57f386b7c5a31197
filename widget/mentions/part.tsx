import type { VNode } from 'preact';
import { LazyPart, useLazyPart } from '../view/lazy-part';
import type { MentionListProps } from './mention-list';

/** Only who writes needs it. */
const list = new LazyPart(() => import('./mention-list'));

/** Completes names in a field, as soon as it is there. */
export function MentionPart(props: MentionListProps): VNode | null {
  const part = useLazyPart(list);
  return part && <part.MentionList {...props} />;
}
