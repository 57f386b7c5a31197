import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PublishedComment, ReactionKind } from '../../contract/conversation';
import { takesComments } from '../conversation/takes-comments';
import { expectedCounts } from '../frame/expected-counts';
import { useStore } from '../store/use-store';
import { ActionButton } from './action-button';
import { Icon } from './icons';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import type { OwnActionsProps } from './own-actions';
import { ReplyNews } from './reply-news';
import { useConversation, useFrame } from './use-frame';

type Opened = 'share' | 'withdraw' | 'report';

export function CommentActions({ comment }: { comment: PublishedComment }): VNode {
  const { model } = useFrame();
  const { texts } = model.wording;
  const mode = useConversation(({ state }) => state.mode);
  const isOwn = useStore(model.session, ({ reader }) => reader?.id === comment.author.id);
  const trouble = useStore(model.trouble, (last) => (last?.commentId === comment.id ? last.text : null));
  const [opened, setOpened] = useState<Opened | null>(null);
  const toggle = (part: Opened) => () => setOpened(opened === part ? null : part);
  return (
    <>
      <div class="actions">
        <Reactions comment={comment} isClosed={mode === 'closed'} />
        {takesComments(mode) && <ReplyButton comment={comment} />}
        <ActionButton text={texts.share} shape="share" isExpanded={opened === 'share'} onClick={toggle('share')} />
        {isOwn ? (
          <OwnButtons comment={comment} isWithdrawing={opened === 'withdraw'} onWithdraw={toggle('withdraw')} />
        ) : (
          <ActionButton text={texts.report} shape="report" isExpanded={opened === 'report'} onClick={toggle('report')} />
        )}
        <ReplyNews parentId={comment.id} />
      </div>
      {trouble !== null && (
        <p class="refusal" role="alert">
          {trouble}
        </p>
      )}
      {opened !== null && <OpenedPart comment={comment} opened={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function OwnButtons(props: OwnActionsProps): VNode | null {
  const part = useLazyPart(later);
  return part && <part.OwnActions {...props} />;
}

interface OpenedPartProps {
  comment: PublishedComment;
  opened: Opened;
  onClose(): void;
}

function OpenedPart({ comment, opened, onClose }: OpenedPartProps): VNode | null {
  const { model, act } = useFrame();
  const part = useLazyPart(later);
  const { texts } = model.wording;
  if (!part) return null;
  if (opened === 'share') return <part.ShareLink id={comment.id} onClose={onClose} />;
  if (opened === 'report') return <part.ReportPart comment={comment} onClose={onClose} />;
  const withdraw = (onRefused: (refusal: string | null) => void): void => {
    act(({ writing }) => writing.withdraw(comment.id).then(onRefused));
  };
  return <part.WithdrawQuestion texts={texts} onWithdraw={withdraw} onKeep={onClose} />;
}

function Reactions({ comment, isClosed }: { comment: PublishedComment; isClosed: boolean }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const own = useStore(model.session, ({ reactions }) => reactions[comment.id]);
  const pending = useStore(model.pending, (all) => all.get(comment.id));
  const { likes, dislikes } = expectedCounts(comment, pending);
  const reaction = (kind: ReactionKind, count: number, direction: 'up' | 'down'): VNode => (
    <button
      type="button"
      class="quiet reaction"
      aria-pressed={own === kind}
      aria-label={`${texts[kind]}, ${model.wording.number(count)}`}
      title={texts[kind]}
      disabled={isClosed}
      onClick={() => act((frame) => frame.react(comment, kind))}
    >
      <Icon shape="thumb" class={`thumb-${direction}`} />
      <span class="count">{count > 0 && model.wording.number(count)}</span>
    </button>
  );
  return (
    <>
      {reaction('like', likes, 'up')}
      {reaction('dislike', dislikes, 'down')}
    </>
  );
}

function ReplyButton({ comment }: { comment: PublishedComment }): VNode {
  const { model, act } = useFrame();
  const { drafts, wording } = model;
  const isOpen = useStore(model.desk, ({ replyingTo }) => replyingTo === comment.id);
  const hasDraft = useStore(model.isTakenOver, (isSo) => isSo && !isOpen && drafts.read(`reply-${comment.id}`) !== '');
  const reply = async (): Promise<void> => {
    await later.load();
    act(({ writing }) => writing.replyTo(isOpen ? null : comment.id));
  };
  const text = hasDraft ? wording.texts.resumeReply : wording.texts.reply;
  return <ActionButton text={text} shape="reply" isShort={!hasDraft} isExpanded={isOpen} onClick={() => void reply()} />;
}
