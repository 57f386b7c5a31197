import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PublishedComment, ReactionKind } from '../../contract/conversation';
import { expectedCounts } from '../frame/expected-counts';
import { shareUrl } from '../publisher/share-url';
import { Thumb } from './icons';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import type { OwnActionsProps } from './own-actions';
import { ReplyNews } from './reply-news';
import { useScene } from './scene';

export function CommentActions({ comment }: { comment: PublishedComment }): VNode {
  const { model, conversation, session, trouble } = useScene();
  const [opened, setOpened] = useState<'share' | 'withdraw' | null>(null);
  const { texts } = model.wording;
  const isOwn = session.reader?.id === comment.author.id;
  const toggle = (part: 'share' | 'withdraw') => () => setOpened(opened === part ? null : part);
  return (
    <>
      <div class="actions">
        <Reaction comment={comment} kind="like" />
        <Reaction comment={comment} kind="dislike" />
        {takesComments(conversation.state.mode) && <ReplyButton comment={comment} />}
        <button type="button" class="quiet" aria-expanded={opened === 'share'} onClick={toggle('share')}>
          {texts.share}
        </button>
        {isOwn && <OwnButtons comment={comment} isWithdrawing={opened === 'withdraw'} onWithdraw={toggle('withdraw')} />}
        <ReplyNews parentId={comment.id} />
      </div>
      {trouble?.commentId === comment.id && (
        <p class="refusal" role="alert">
          {trouble.text}
        </p>
      )}
      {opened !== null && <OpenedPart commentId={comment.id} opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function OwnButtons(props: OwnActionsProps): VNode | null {
  const part = useLazyPart(later);
  return part && <part.OwnActions {...props} />;
}

interface OpenedPartProps {
  commentId: string;
  opened: 'share' | 'withdraw';
  onClose(): void;
}

function OpenedPart({ commentId, opened, onClose }: OpenedPartProps): VNode | null {
  const { model, act } = useScene();
  const part = useLazyPart(later);
  const { texts } = model.wording;
  if (!part) return null;
  if (opened === 'share') return <part.ShareLink texts={texts} url={shareUrl(model.state, commentId)} onClose={onClose} />;
  const withdraw = (onRefused: (refusal: string | null) => void): void => {
    act(({ writing }) => writing.withdraw(commentId).then(onRefused));
  };
  return <part.WithdrawQuestion texts={texts} onWithdraw={withdraw} onKeep={onClose} />;
}

function takesComments(mode: string): boolean {
  return mode === 'open' || mode === 'premoderated';
}

function Reaction({ comment, kind }: { comment: PublishedComment; kind: ReactionKind }): VNode {
  const { model, act, conversation, session, pending } = useScene();
  const { wording } = model;
  const { likes, dislikes } = expectedCounts(comment, pending.get(comment.id));
  const count = kind === 'like' ? likes : dislikes;
  return (
    <button
      type="button"
      class="quiet reaction"
      aria-pressed={session.reactions[comment.id] === kind}
      aria-label={`${wording.texts[kind]}, ${wording.number(count)}`}
      title={wording.texts[kind]}
      disabled={conversation.state.mode === 'closed'}
      onClick={() => act((frame) => frame.react(comment, kind))}
    >
      <Thumb direction={kind === 'like' ? 'up' : 'down'} />
      <span class="count">{count > 0 && wording.number(count)}</span>
    </button>
  );
}

function ReplyButton({ comment }: { comment: PublishedComment }): VNode {
  const { model, act, desk, isTakenOver } = useScene();
  const { drafts, wording } = model;
  const isOpen = desk.replyingTo === comment.id;
  const hasDraft = isTakenOver && !isOpen && drafts.read(`reply-${comment.id}`) !== '';
  const reply = async (): Promise<void> => {
    await later.load();
    act(({ writing }) => writing.replyTo(isOpen ? null : comment.id));
  };
  return (
    <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => void reply()}>
      {hasDraft ? wording.texts.resumeReply : wording.texts.reply}
    </button>
  );
}
