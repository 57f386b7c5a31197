import type { VNode } from 'preact';
import type { VisibleComment } from '../../contract/conversation';
import { branchOf, unloadedReplies } from '../conversation/conversation';
import type { StartedFrame } from '../frame/start-frame';
import { useStore } from '../store/use-store';
import { CommentItem } from './comment-item';
import { focusComment, useFocusReturn } from './focus';
import { JoinPanel } from './join-panel';
import { later } from './later';
import { OwnSlot } from './own-slot';
import { useConversation, useFrame } from './use-frame';

/** Deeper than this, a conversation goes on in a view of its own. */
export const deepestLevel = 4;

/** What stands under a comment: its replies, those on their way, and the place to write one. */
export function Replies({ parent, level }: { parent: VisibleComment; level: number }): VNode | null {
  const { desk } = useFrame().model;
  const { loaded, late } = useConversation((conversation) => branchOf(conversation, parent.id));
  const notLoaded = useConversation((conversation) => unloadedReplies(conversation, parent));
  const isReplying = useStore(desk, ({ replyingTo }) => replyingTo === parent.id);
  const isDeepest = level >= deepestLevel;
  // What a pick answers is not shown above it.
  const isLonely = useConversation(({ order }) => order === 'picks' && parent.parentId !== null);
  const unloaded = notLoaded + (isDeepest ? loaded.length : 0) + Number(isLonely);
  return (
    <div class="under">
      {isReplying && later.loaded && <later.loaded.ReplyForm parent={parent} />}
      <JoinPanel place={`react-${parent.id}`} />
      <ol class="replies">
        {!isDeepest && loaded.map((id) => <CommentItem key={id} id={id} level={level + 1} />)}
        {unloaded > 0 && (
          <li key="more" class="more">
            {isDeepest ? <ContinueButton id={parent.id} /> : <MoreReplies parentId={parent.id} count={unloaded} />}
          </li>
        )}
        {late.map((id) => (
          <CommentItem key={id} id={id} level={level + 1} />
        ))}
        <OwnSlot parentId={parent.id} />
      </ol>
    </div>
  );
}

function MoreReplies({ parentId, count }: { parentId: string; count: number }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const hidesSome = useStore(model.hidesSome, (is) => is);
  const isLoading = useStore(model.screen, ({ loading }) => loading.has(parentId));
  const show = async (frame: StartedFrame): Promise<void> => {
    const next = await frame.showReplies(parentId);
    if (next !== undefined) focusComment(next);
  };
  return (
    <>
      <button type="button" class="link" aria-disabled={isLoading} onClick={() => act(show)}>
        {hidesSome ? texts.someReplies : model.wording.plural(texts.moreReplies, count)}
      </button>
      <LoadTrouble name={parentId} />
    </>
  );
}

function ContinueButton({ id }: { id: string }): VNode {
  const { model, act } = useFrame();
  return (
    <button type="button" class="link" onClick={() => act(({ reading }) => reading.openPart(id))}>
      {model.wording.texts.continueHere}
    </button>
  );
}

/** Says that something could not be loaded, until it could. */
export function LoadTrouble({ name }: { name: string }): VNode | null {
  const hasFailed = useStore(useFrame().model.screen, ({ failed }) => failed.has(name));
  return hasFailed ? <Failed name={name} /> : null;
}

function Failed({ name }: { name: string }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  useFocusReturn();
  return (
    <span class="refusal" role="alert">
      {texts.loadFailed}
      <button type="button" class="link" onClick={() => act(({ reading }) => reading.tryAgain(name))}>
        {texts.tryAgain}
      </button>
    </span>
  );
}
