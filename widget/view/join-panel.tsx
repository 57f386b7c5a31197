import type { VNode } from 'preact';
import type { JoinPlace } from '../frame/frame-model';
import type { StartedFrame } from '../frame/start-frame';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { type Act, useScene } from './scene';

/** The form to join, if it is asked for at this place. */
export function JoinPanel({ place }: { place: JoinPlace }): VNode | null {
  const { joinForm } = useScene();
  return joinForm?.place === place ? <LoadedPanel mode={joinForm.mode} /> : null;
}

function LoadedPanel({ mode }: { mode: 'join' | 'logIn' }): VNode {
  const { model, act, joinForm } = useScene();
  const { wording } = model;
  const part = useLazyPart(later);
  if (!part) return <p class="hint">{wording.texts.loading}</p>;
  return (
    <part.JoinForm
      wording={wording}
      mode={mode}
      isForPosting={joinForm?.place !== 'top' && !joinForm?.place.startsWith('react-')}
      onMode={(next) => joinForm && model.joinForm.set({ ...joinForm, mode: next })}
      onJoin={(request) => done(act, (frame) => frame.enter((session) => session.join(request)))}
      onLogIn={(request) => done(act, (frame) => frame.enter((session) => session.logIn(request)))}
      onClose={() => act((frame) => frame.closeJoinForm())}
    />
  );
}

/** What was asked for, as something to wait for. */
function done(act: Act, run: (frame: StartedFrame) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => act((frame) => run(frame).then(resolve, reject)));
}
