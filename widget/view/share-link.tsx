import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ConversationTogglePart } from '../following/part';
import { shareUrl } from '../publisher/share-url';
import { useFocusReturn } from './focus';
import { useFrame } from './use-frame';

/** Copies the link; where the browser does not let us, it is there to be copied by hand. Whose conversation is told to others can be followed too. */
export function ShareLink({ id, onClose }: { id: string; onClose(): void }): VNode {
  const { model } = useFrame();
  const { texts } = model.wording;
  const url = shareUrl(model.state, id);
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useFocusReturn();
  useEffect(() => {
    const selectIt = (): void => {
      field.current?.focus({ preventScroll: true });
      field.current?.select();
    };
    const copying = navigator.clipboard?.writeText(url) ?? Promise.reject(new Error('no clipboard'));
    copying.then(() => setCopied(true), selectIt);
  }, [url]);
  return (
    <div class="aside">
      <input
        class="share-field"
        ref={field}
        readOnly
        value={url}
        dir="ltr"
        aria-label={texts.copyThisLink}
        onFocus={() => field.current?.select()}
      />
      <span role="status">{isCopied && texts.linkCopied}</span>
      <button type="button" class="quiet" onClick={onClose}>
        {texts.close}
      </button>
      <ConversationTogglePart id={id} />
    </div>
  );
}
