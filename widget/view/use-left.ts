import type { OwnComment } from '../../contract/conversation';
import { isInSight } from '../conversation/conversation';
import type { Outgoing } from '../drafts/outbox';
import { ownUnpublished } from '../session/own-unpublished';
import { useStore } from '../store/use-store';
import { useConversation, useFrame } from './use-frame';

/** The last of the comments that another page left to be sent, and that have their place here. */
export function useLeft(): Outgoing | undefined {
  const left = useStore(useFrame().model.outgoing, (all) => all).filter(({ isShown }) => !isShown);
  return useConversation((conversation) => left.filter((each) => isInSight(conversation, each)).at(-1));
}

/** The newest of the reader's own comments that others do not see, wait until the reader asks, and have their place here. */
export function useWaitingUnpublished(): OwnComment | undefined {
  const { model } = useFrame();
  const session = useStore(model.session, (state) => state);
  return useConversation((conversation) =>
    ownUnpublished(session, model.now.get(), false)
      .filter((own) => isInSight(conversation, own) && conversation.comments.get(own.id)?.state !== 'published')
      .at(-1),
  );
}
