import type { ComponentType, VNode } from 'preact';
import type { Language } from '../../contract/embed';
import type { FollowingTexts } from '../catalogues/following-texts';
import { LazyPart, useLazyPart } from '../view/lazy-part';
import { useFrame } from '../view/use-frame';
import type { HiddenCommentProps } from './hidden-comment';

/** What readers see of following and muting, and of each other. */
const views = new LazyPart(() => import('./following-views'));

/** Not in the catalogue that everybody loads. */
const catalogues: Record<Language, LazyPart<{ following: FollowingTexts }>> = {
  en: new LazyPart(() => import('../catalogues/following-en')),
  de: new LazyPart(() => import('../catalogues/following-de')),
  es: new LazyPart(() => import('../catalogues/following-es')),
  fr: new LazyPart(() => import('../catalogues/following-fr')),
  ar: new LazyPart(() => import('../catalogues/following-ar')),
};

/** All that is needed to show something of it at once. */
export async function loadFollowing(language: Language): Promise<void> {
  await Promise.all([views.load(), catalogues[language].load()]);
}

type Views = typeof import('./following-views');

/** Its views with its texts, as soon as both are there. */
export interface FollowingPart {
  views: Views;
  texts: FollowingTexts;
}

function useFollowingPart(): FollowingPart | null {
  const loaded = useLazyPart(views);
  const texts = useLazyPart(catalogues[useFrame().model.state.language])?.following;
  return loaded && texts ? { views: loaded, texts } : null;
}

/** A view of the part. */
function partOf<Props extends object>(choose: (loaded: Views) => ComponentType<Props & { texts: FollowingTexts }>) {
  return function Part(props: Props): VNode | null {
    const part = useFollowingPart();
    if (!part) return null;
    const View = choose(part.views);
    return <View {...props} texts={part.texts} />;
  };
}

/** A reader, in the place of the conversation. */
export const ProfilePart = partOf<object>(({ ProfilePanel }) => ProfilePanel);
/** Whom and what the reader follows and does not want to see. */
export const PeoplePart = partOf<object>(({ PeoplePanel }) => PeoplePanel);
/** What can be followed where the reader is. */
export const FollowMenuPart = partOf<{ onClose(): void }>(({ FollowMenu }) => FollowMenu);
/** Follows a comment and what is under it. */
export const ConversationTogglePart = partOf<{ id: string }>(({ ConversationToggle }) => ConversationToggle);
/** In the place of a comment that the reader does not want to see. */
export const HiddenPart = partOf<HiddenCommentProps>(({ HiddenComment }) => HiddenComment);
