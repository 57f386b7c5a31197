import type { VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { JoinFormState, JoinPlace } from '../frame/frame-model';
import type { StartedFrame } from '../frame/start-frame';
import { useStore } from '../store/use-store';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { type Act, useFrame } from './use-frame';

/** The form to join, if it is asked for at this place. */
export function JoinPanel({ place }: { place: JoinPlace }): VNode | null {
  const form = useStore(useFrame().model.joinForm, (asked) => (asked?.place === place ? asked : null));
  return form && <LoadedPanel form={form} />;
}

function LoadedPanel({ form }: { form: JoinFormState }): VNode {
  const { model, act } = useFrame();
  const { wording } = model;
  const part = useLazyPart(later);
  useLayoutEffect(() => {
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' && !event.isComposing : isCovered(event.target))
        act((frame) => frame.closeJoinForm());
    };
    document.addEventListener('keydown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('focusin', close);
    };
  }, []);
  if (!part) return <p class="hint">{wording.texts.loading}</p>;
  return (
    <part.JoinForm
      wording={wording}
      mode={form.mode}
      entered={model.entered}
      isUnasked={form.isUnasked ?? false}
      isForPosting={form.place !== 'top' && !form.place.startsWith('react-')}
      onMode={(mode) => model.joinForm.set({ place: form.place, mode })}
      onJoin={(request) => done(act, (frame) => frame.enter((session) => session.join(request)))}
      onLogIn={(request) => done(act, (frame) => frame.enter((session) => session.logIn(request)))}
      onClose={() => act((frame) => frame.closeJoinForm())}
    />
  );
}

/** Stands behind the form: what has the focus must be in sight. */
function isCovered(target: EventTarget | null): boolean {
  const form = document.querySelector('.join');
  if (!form || !(target instanceof Element) || form.contains(target)) return false;
  const [covering, covered] = [form.getBoundingClientRect(), target.getBoundingClientRect()];
  return covered.bottom > covering.top && covered.top < covering.bottom;
}

/** What was asked for, as something to wait for. */
function done(act: Act, run: (frame: StartedFrame) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => act((frame) => run(frame).then(resolve, reject)));
}
