import type { VNode } from 'preact';
import type { VisibleComment } from '../../contract/conversation';
import { filled } from '../catalogues/wording';
import { Composer } from './composer';
import { useFrame } from './use-frame';

export function ReplyForm({ parent }: { parent: VisibleComment }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const label = filled(texts.replyLabel, { name: parent.state === 'published' ? parent.author.name : '' });
  return (
    <Composer
      place={`reply-${parent.id}`}
      label={label}
      invitation={label}
      action={texts.reply}
      onTyping={() => act((frame) => frame.typing(parent.id))}
      onSubmit={() => act(({ writing }) => writing.submit(parent.id))}
      onClose={() => act(({ writing }) => writing.replyTo(null))}
    />
  );
}
