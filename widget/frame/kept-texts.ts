import type { Catalogue } from '../catalogues/catalogue';
import type { Conversation } from '../conversation/conversation';
import { takesComments } from '../conversation/takes-comments';
import type { Drafts, Place } from '../drafts/drafts';
import type { SessionState } from '../session/session';
import type { Desk } from './frame-model';

/** A text of the reader's that has no field on screen. */
export interface KeptText {
  place: Place;
  text: string;
  /** Why it is not in its place. */
  reason: string;
}

export interface WritingScene {
  drafts: Drafts;
  conversation: Conversation;
  desk: Desk;
  session: SessionState;
  texts: Catalogue;
}

/** What would be lost from sight: its comment went away, or the thread takes nothing more. */
export function keptTexts(scene: WritingScene): KeptText[] {
  const { drafts, conversation, desk } = scene;
  const refused = (Object.keys(desk.refusals) as Place[]).filter((place) => desk.refusals[place] !== undefined);
  const unsendable = takesComments(conversation.state.mode) ? [] : drafts.places().filter((place) => /^(new|reply)/.test(place));
  const places = new Set([...openPlaces(desk), ...refused, ...unsendable]);
  return [...places]
    .filter((place) => !hasField(place, scene))
    .map((place) => ({ place, text: drafts.read(place), reason: reasonFor(place, scene) }))
    .filter(({ text }) => text !== '');
}

function openPlaces({ replyingTo, editing }: Desk): Place[] {
  return [...(replyingTo === null ? [] : [`reply-${replyingTo}` as const]), ...(editing === null ? [] : [`edit-${editing.id}` as const])];
}

function hasField(place: Place, { conversation, desk, session }: WritingScene): boolean {
  if (place === 'new') return takesComments(conversation.state.mode);
  if (!openPlaces(desk).includes(place)) return false;
  const id = commentOf(place);
  if (place.startsWith('edit-')) {
    return (
      conversation.comments.get(id)?.state === 'published' || session.unpublished.some((own) => own.id === id && session.shown.has(id))
    );
  }
  return conversation.comments.has(id) && !conversation.permalink?.ancestors.includes(id);
}

function reasonFor(place: Place, { conversation, desk, texts }: WritingScene): string {
  const { errors, notInSight } = texts;
  const id = commentOf(place);
  const isEdit = place.startsWith('edit-');
  const isGone = conversation.gone.has(id) || (isEdit && conversation.comments.has(id));
  const refusal = desk.refusals[place];
  if (refusal !== undefined) return refusal;
  if (!isEdit && !takesComments(conversation.state.mode)) return errors.thread_not_open;
  if (!isGone) return notInSight;
  return isEdit ? errors.cannot_edit : errors.parent_gone;
}

function commentOf(place: Place): string {
  return place.slice(place.indexOf('-') + 1);
}
