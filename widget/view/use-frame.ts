import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Conversation } from '../conversation/conversation';
import { type FrameModel, shownConversation } from '../frame/frame-model';
import type { StartedFrame } from '../frame/start-frame';
import { useStore } from '../store/use-store';

/** Does something, as soon as the part of the scripts is there that can. */
export type Act = (run: (frame: StartedFrame) => unknown) => void;

/** What stays the same as long as the view is there. What changes is in the stores of the model: each component selects its own part. */
export interface Frame {
  model: FrameModel;
  act: Act;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (frame === null) throw new Error('there is no frame here');
  return frame;
}

/** What is selected of the conversation that is shown. */
export function useConversation<Part>(select: (conversation: Conversation) => Part): Part {
  return useStore(useFrame().model.screen, (screen) => select(shownConversation(screen)));
}

/** How many comments wait there that another page left to be sent. */
export function useLeft(parentId: string | null): number {
  return useStore(useFrame().model.outgoing, (all) => all.filter((each) => each.parentId === parentId && !each.isShown).length);
}
