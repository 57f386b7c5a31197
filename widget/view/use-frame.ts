import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { branchOf, type Conversation } from '../conversation/conversation';
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

/** The new comments there that the reader may ask for. Not their own while one is on its way: it comes with its answer. */
export function useNews(parentId: string | null): readonly string[] {
  const { model } = useFrame();
  const readerId = useStore(model.session, ({ reader }) => reader?.id);
  const isPosting = useStore(model.outgoing, (all) => all.some((each) => each.isShown && each.parentId === parentId));
  const { waiting } = useConversation((conversation) => (parentId === null ? conversation.tops : branchOf(conversation, parentId)));
  const hidden = useStore(model.hidden, (all) => all);
  const comments = useConversation((conversation) => (isPosting ? conversation.comments : null));
  return waiting.filter((id) => {
    const comment = comments?.get(id);
    return !hidden.has(id) && (comment?.state !== 'published' || comment.author.id !== readerId);
  });
}
