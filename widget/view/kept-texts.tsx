import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { type KeptText, keptTexts } from '../frame/kept-texts';
import { useStore } from '../store/use-store';
import { CopyButton } from './copy-button';
import { textElementId, useFocusReturn } from './focus';
import { JoinPanel } from './join-panel';
import { useConversation, useFrame } from './use-frame';

export function KeptTexts(): VNode {
  const { model } = useFrame();
  const conversation = useConversation((shown) => shown);
  const desk = useStore(model.desk, (state) => state);
  const session = useStore(model.session, (state) => state);
  const kept = keptTexts({ drafts: model.drafts, conversation, desk, session, texts: model.wording.texts });
  return (
    <>
      {kept.map((each) => (
        <KeptItem key={each.place} kept={each} />
      ))}
    </>
  );
}

/** Cannot be sent from here, but is not lost either. */
function KeptItem({ kept: { place, text, reason } }: { kept: KeptText }): VNode {
  const { model, act } = useFrame();
  const { texts } = model.wording;
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusReturn(place);
  return (
    <div class="composer-slot aside">
      <p class="refusal" role="alert">
        {reason}
      </p>
      <textarea class="kept-text" ref={field} id={textElementId(place)} rows={3} readOnly dir="auto" aria-label={reason} value={text} />
      <CopyButton text={text} mark={() => field.current?.select()} />
      <button type="button" class="quiet" onClick={() => act(({ writing }) => writing.discard(place))}>
        {texts.discard}
      </button>
      <JoinPanel place={place} />
    </div>
  );
}
