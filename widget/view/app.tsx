import type { VNode } from 'preact';
import { useStore } from '../store/use-store';
import { Comments } from './comments';
import { Composer } from './composer';
import { questionId, titleId } from './focus';
import { IconShapes } from './icons';
import { KeptSlot } from './kept-slot';
import { later } from './later';
import { useLazyPart } from './lazy-part';
import { NewsRow } from './news-row';
import { OrderRow, PageHead } from './page-head';
import { type Frame, FrameContext, useConversation, useFrame } from './use-frame';

/** The conversation, as it is rendered on the server and taken over by the scripts. */
export function App(frame: Frame): VNode {
  return (
    <FrameContext.Provider value={frame}>
      <IconShapes />
      <main class="page" aria-labelledby={titleId}>
        <PageHead />
        <PanelSlot />
        <Question />
        <Invitation />
        <KeptSlot />
        <OrderRow />
        <NewsRow />
        <Comments />
      </main>
    </FrameContext.Provider>
  );
}

/** What the reader asked to see of what is theirs; it takes the place of the conversation meanwhile. */
function PanelSlot(): VNode | null {
  const part = useLazyPart(later);
  return part && <part.Panels />;
}

/** What the newsroom asks. When it is taken away, its place stays until the page is read anew. */
function Question(): VNode | null {
  const { question, wording } = useFrame().model;
  const shown = useStore(question, (text) => text);
  const isOver = useConversation(({ state }) => state.question === undefined);
  if (shown === undefined) return null;
  return (
    <p id={questionId} class={isOver ? 'question is-away' : 'question'} tabIndex={-1}>
      <span class="hint">{wording.texts.question}</span>
      <span dir="auto">{shown}</span>
    </p>
  );
}

/** The place to write a comment, or why there is none. */
function Invitation(): VNode {
  const { model, act } = useFrame();
  const mode = useConversation(({ state }) => state.mode);
  const { texts } = model.wording;
  if (mode === 'closed') return <p class="notice">{texts.closed}</p>;
  if (mode === 'read_only') return <p class="notice">{texts.readOnly}</p>;
  return (
    <Composer
      place="new"
      label={texts.composerLabel}
      invitation={texts.composerInvitation}
      notice={mode === 'premoderated' ? texts.premoderated : undefined}
      action={texts.post}
      onTyping={() => act((frame) => frame.typing(null))}
      onSubmit={() => act(({ writing }) => writing.submit(null))}
    />
  );
}
