import type { VNode } from 'preact';
import type { FrameModel } from '../frame/frame-model';
import { Comments } from './comments';
import { Composer } from './composer';
import { titleId } from './focus';
import { IconShapes } from './icons';
import { NewsRow } from './news-row';
import { OrderRow, PageHead } from './page-head';
import { type Act, SceneContext, useScene, useSceneOf } from './scene';

/** The conversation, as it is rendered on the server and taken over by the scripts. */
export function App({ model, act }: { model: FrameModel; act: Act }): VNode {
  const scene = useSceneOf(model, act);
  return (
    <SceneContext.Provider value={scene}>
      <IconShapes />
      <main class="page" aria-labelledby={titleId}>
        <PageHead />
        <Invitation />
        {scene.conversation.permalink === null && <OrderRow />}
        <NewsRow />
        <Comments />
      </main>
    </SceneContext.Provider>
  );
}

/** The place to write a comment, or why there is none. */
function Invitation(): VNode {
  const { model, conversation, act } = useScene();
  const { texts } = model.wording;
  const { mode } = conversation.state;
  if (mode === 'closed') return <p class="notice">{texts.closed}</p>;
  if (mode === 'read_only') return <p class="notice">{texts.readOnly}</p>;
  return (
    <>
      {mode === 'premoderated' && <p class="notice">{texts.premoderated}</p>}
      <Composer
        place="new"
        label={texts.composerLabel}
        invitation={texts.composerInvitation}
        action={texts.post}
        onTyping={() => act((frame) => frame.typing(null))}
        onSubmit={() => act(({ writing }) => writing.submit(null))}
      />
    </>
  );
}
