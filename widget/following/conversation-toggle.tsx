import type { VNode } from 'preact';
import type { FollowingTexts } from '../catalogues/following-texts';
import { useFollows } from './use-follows';
import { usePress } from './use-press';

/** Follows a comment and what is under it. */
export function ConversationToggle({ id, texts }: { id: string; texts: FollowingTexts }): VNode {
  const topic = { kind: 'conversation', subject: id } as const;
  const isFollowed = useFollows(topic);
  const [press, refusal] = usePress(texts);
  return (
    <>
      <button
        type="button"
        class="follow-button"
        aria-pressed={isFollowed}
        onClick={() => press((following, again) => following.follow(topic, !isFollowed, again))}
      >
        {texts.thisConversation}
      </button>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </>
  );
}
