import { hydrate } from 'preact';
import { type FrameState, frameRootId, frameStateId, type Language } from '../contract/embed';
import type { Catalogue } from './catalogues/catalogue';
import { SafeStorage } from './drafts/safe-storage';
import { FrameModel } from './frame/frame-model';
import type { StartedFrame } from './frame/start-frame';
import { App } from './view/app';
import { later } from './view/later';
import { LazyPart } from './view/lazy-part';

/** Only the catalogue of the frame's own language is loaded. */
const catalogues: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  en: () => import('./catalogues/en'),
  de: () => import('./catalogues/de'),
  es: () => import('./catalogues/es'),
  fr: () => import('./catalogues/fr'),
  ar: () => import('./catalogues/ar'),
};

/**
 * Takes over what the server rendered, from the same state; what does the work follows after that.
 * Exported for the build: it takes a module without exports for CommonJS, and wraps all that is imported there in functions.
 */
export async function takeOver(root: HTMLElement, state: FrameState): Promise<void> {
  const { catalogue } = await new LazyPart(catalogues[state.language]).load();
  const model = new FrameModel(state, catalogue, new SafeStorage());
  const starting = startLater(model);
  hydrate(<App model={model} act={(run) => void starting.then(run)} />, root);
  model.isTakenOver.set(true);
}

async function startLater(model: FrameModel): Promise<StartedFrame> {
  // The browser paints first.
  await new Promise((resolve) => setTimeout(resolve));
  return (await later.load()).startFrame(model);
}

const root = document.getElementById(frameRootId);
const written = document.getElementById(frameStateId)?.textContent;
if (root && written) void takeOver(root, JSON.parse(written) as FrameState);
