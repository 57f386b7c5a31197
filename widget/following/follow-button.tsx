import type { VNode } from 'preact';
import type { Topic } from '../api/following-api';
import type { FollowingTexts } from '../catalogues/following-texts';
import { useFollows } from './use-follows';
import type { Press } from './use-press';

interface FollowButtonProps {
  topic: Topic;
  /** What it is called, where more than one can be followed. */
  title?: string;
  /** As the service said it; what was pressed since counts more. */
  known?: boolean;
  texts: FollowingTexts;
  onPress: Press;
}

/** Follows something, or ends that. As wide in both states: nothing moves. */
export function FollowButton({ topic, title, known, texts, onPress }: FollowButtonProps): VNode {
  const isFollowed = useFollows(topic, known);
  return (
    <button
      type="button"
      class="follow-button"
      aria-pressed={isFollowed}
      aria-label={title && `${texts.follow}: ${title}`}
      onClick={() => onPress((following, again) => following.follow(topic, !isFollowed, again))}
    >
      {texts.follow}
    </button>
  );
}
