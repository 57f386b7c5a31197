import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Conversation } from '../conversation/conversation';
import type { Outgoing } from '../drafts/outbox';
import type { PendingReactions } from '../frame/expected-counts';
import { type Desk, type FrameModel, type JoinFormState, type PresenceState, type Screen, shownConversation } from '../frame/frame-model';
import type { StartedFrame } from '../frame/start-frame';
import type { SessionState } from '../session/session';
import { useStore } from '../store/use-store';

/** All that the view is made of, at one moment. */
export interface Scene {
  model: FrameModel;
  screen: Screen;
  conversation: Conversation;
  session: SessionState;
  desk: Desk;
  outgoing: readonly Outgoing[];
  presence: PresenceState;
  pending: PendingReactions;
  joinForm: JoinFormState | null;
  trouble: { commentId: string; text: string } | null;
  now: number;
  /** From then on the browser may know more than the server did: its time zone, its storage. */
  isTakenOver: boolean;
  act: Act;
}

/** Does something, as soon as the part of the scripts is there that can. */
export type Act = (run: (frame: StartedFrame) => unknown) => void;

export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('there is no scene here');
  return scene;
}

export function useSceneOf(model: FrameModel, act: Act): Scene {
  const screen = useStore(model.screen);
  const [isTakenOver, setTakenOver] = useState(false);
  useEffect(() => setTakenOver(true), []);
  return {
    model,
    screen,
    conversation: shownConversation(screen),
    session: useStore(model.session),
    desk: useStore(model.desk),
    outgoing: useStore(model.outgoing),
    presence: useStore(model.presence),
    pending: useStore(model.pending),
    joinForm: useStore(model.joinForm),
    trouble: useStore(model.trouble),
    now: useStore(model.now),
    isTakenOver,
    act,
  };
}
