import type { VNode } from 'preact';
import type { JoinFormState, JoinPlace } from '../frame/frame-model';
import { useStore } from '../store/use-store';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { useFrame } from './use-frame';

/** The form to join, if it is asked for at this place: by then all is loaded that can ask. */
export function JoinPanel({ place }: { place: JoinPlace }): VNode | null {
  const form = useStore(useFrame().model.joinForm, (asked) => (asked?.place === place ? asked : null));
  return form && <LoadedPanel form={form} />;
}

function LoadedPanel({ form }: { form: JoinFormState }): VNode | null {
  const part = useLazyPart(later);
  return part && <part.AskedToJoin form={form} />;
}
