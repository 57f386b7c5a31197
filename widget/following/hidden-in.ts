import type { PublishedComment, VisibleComment } from '../../contract/conversation';
import { muteWordsMatcher } from '../../contract/mute-words';
import { branchOf, type Conversation, unloadedReplies } from '../conversation/conversation';
import type { Unwanted } from './pressed';

/** `line`: a line says that it is there. `none`: it is not there at all. A number: its place stays that high, in pixels, with the line in it. */
export type Hidden = 'line' | 'none' | number;
export type HiddenComments = ReadonlyMap<string, Hidden>;

/** Why somebody does not want to see a comment: who wrote it, or a word in it. */
export type Reason = 'reader' | 'words';

export interface Scene {
  conversation: Conversation;
  unwanted: Unwanted;
  readerId: string;
  /** Comments that the reader asked to see all the same. */
  shown: ReadonlySet<string>;
  /** How high those were that stood on the screen before it was known that the reader does not want them. */
  kept: ReadonlyMap<string, number>;
  /** Parents of what the reader writes or wrote. */
  answered: ReadonlySet<string | null>;
}

/** What was found in the texts that are known, by the words that were looked for. */
const searches = new WeakMap<readonly string[], (comment: PublishedComment) => boolean>();

export function whyUnwanted(comment: VisibleComment, { readers, words }: Unwanted): Reason | null {
  if (comment.state !== 'published') return null;
  if (readers.has(comment.author.id)) return 'reader';
  return words.length > 0 && hasOneOf(words, comment) ? 'words' : null;
}

function hasOneOf(words: readonly string[], comment: PublishedComment): boolean {
  const search = searches.get(words) ?? searchFor(words);
  searches.set(words, search);
  return search(comment);
}

function searchFor(words: readonly string[]): (comment: PublishedComment) => boolean {
  const isMuted = muteWordsMatcher(words);
  const found = new WeakMap<PublishedComment, boolean>();
  return (comment) => {
    const has = found.get(comment) ?? isMuted(comment.body);
    found.set(comment, has);
    return has;
  };
}

/** The comments that are known, and that the reader does not want to see. */
export function hiddenIn(scene: Scene): HiddenComments {
  const { conversation, kept } = scene;
  const hidden = new Map<string, Hidden>();
  for (const comment of conversation.comments.values()) {
    if (isUnwanted(comment, scene)) hidden.set(comment.id, kept.get(comment.id) ?? 'line');
  }
  for (const [id, place] of hidden) if (place === 'line' && !isNeeded(id, hidden, scene)) hidden.set(id, 'none');
  return hidden;
}

function isUnwanted(comment: VisibleComment, { unwanted, readerId, shown }: Scene): boolean {
  if (shown.has(comment.id)) return false;
  const isOwn = comment.state === 'published' && comment.author.id === readerId;
  return !isOwn && whyUnwanted(comment, unwanted) !== null;
}

/** Something stands below it, or it is what the page is about: it keeps a line. */
function isNeeded(id: string, hidden: HiddenComments, scene: Scene): boolean {
  const { order, permalink } = scene.conversation;
  if (permalink?.id === id || permalink?.ancestors.includes(id)) return true;
  return order !== 'picks' && hasSomethingBelow(id, hidden, scene);
}

function hasSomethingBelow(id: string, hidden: HiddenComments, scene: Scene): boolean {
  const { conversation, answered } = scene;
  const comment = conversation.comments.get(id);
  if (comment === undefined) return false;
  if (answered.has(id) || unloadedReplies(conversation, comment) > 0) return true;
  const { loaded, late } = branchOf(conversation, id);
  return [...loaded, ...late].some((reply) => {
    const place = hidden.get(reply);
    return place === 'line' ? hasSomethingBelow(reply, hidden, scene) : place !== 'none';
  });
}
