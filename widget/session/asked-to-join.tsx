import type { VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { JoinFormState } from '../frame/frame-model';
import type { StartedFrame } from '../frame/start-frame';
import { type Act, useFrame } from '../view/use-frame';
import { JoinForm } from './join-form';

/** The form to join, over what stands below it; it goes with Escape, or when the focus goes behind it. */
export function AskedToJoin({ form }: { form: JoinFormState }): VNode {
  const { model, act } = useFrame();
  const { wording } = model;
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
  return (
    <JoinForm
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
