import { renderToString } from 'preact-render-to-string';
import type { FrameState, Language } from '../contract/embed';
import { catalogue as ar } from './catalogues/ar';
import type { Catalogue } from './catalogues/catalogue';
import { catalogue as de } from './catalogues/de';
import { catalogue as en } from './catalogues/en';
import { catalogue as es } from './catalogues/es';
import { catalogue as fr } from './catalogues/fr';
import { Wording } from './catalogues/wording';
import { SafeStorage } from './drafts/safe-storage';
import { Fragment, type FragmentProps } from './fragment/fragment';
import { FrameModel } from './frame/frame-model';
import styles from './styles/frame.css?inline';
import { App } from './view/app';

const catalogues: Record<Language, Catalogue> = { en, de, es, fr, ar };
/** A server has none; nothing asks for it before the scripts take over. */
const storage = new SafeStorage(() => {
  throw new Error('there is no storage on the server');
});

/** The text of the frame's style element. */
export const frameStyles: string = styles;

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The markup inside the framed document's root element. */
export function renderFrame(state: FrameState): string {
  const model = new FrameModel(state, catalogues[state.language], storage);
  return renderToString(<App model={model} act={() => undefined} />);
}

/** A page of comments that needs neither scripts nor styles. */
export function renderFragment({ language, ...view }: Omit<FragmentProps, 'wording'> & { language: Language }): string {
  return renderToString(<Fragment {...view} wording={new Wording(language, catalogues[language])} />);
}
