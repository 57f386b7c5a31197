import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LazyPart, useLazyPart } from '../view/lazy-part';
import type { MentionListProps } from './mention-list';

/** Only who writes needs it. */
const list = new LazyPart(() => import('./mention-list'));

/** Completes names in a field, as soon as it is there. */
export function MentionPart(props: Omit<MentionListProps, 'composing'>): VNode | null {
  const part = useLazyPart(list);
  const composing = useComposing(props.field);
  return part && <part.MentionList {...props} composing={composing} />;
}

/** A field does not tell whether a word is composed in it, so that it is known only to who was there when that began. */
function useComposing(field: MentionListProps['field']): MentionListProps['composing'] {
  const composing = useRef(false);
  useLayoutEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    field.current?.addEventListener('compositionstart', () => (composing.current = true), { signal });
    field.current?.addEventListener('compositionend', () => (composing.current = false), { signal });
    return () => ending.abort();
  }, []);
  return composing;
}
