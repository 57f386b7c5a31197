import { typeText } from '../writing/type-text';
import type { Completion, Person } from './completion';
import { typedMention, withMention } from './typed-mention';

/**
 * Completes names while somebody types in the field, by its events; what it returns ends that. What was typed before is looked at now, but for a word that an
 * input method still composes.
 */
export function completeIn(field: HTMLTextAreaElement, completion: Completion, isComposing: boolean): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const note = (): void => completion.note(mentionAtCaret(field));
  field.addEventListener('input', (event) => ((event as InputEvent).isComposing && !isTouched() ? undefined : note()), { signal });
  field.addEventListener('compositionstart', () => isTouched() || completion.close(), { signal });
  field.addEventListener('compositionend', note, { signal });
  field.addEventListener('blur', () => completion.close(), { signal });
  document.addEventListener('selectionchange', () => completion.follow(mentionAtCaret(field)), { signal });
  // Before the keys of the field itself.
  field.addEventListener('keydown', (event) => press(event, { field, completion }), { signal, capture: true });
  if (document.activeElement === field && (!isComposing || isTouched())) note();
  return () => {
    ending.abort();
    completion.close();
  };
}

/** Types the name in the place of its beginning. */
export function takeName({ name }: Person, { field, completion }: { field: HTMLTextAreaElement; completion: Completion }): void {
  const offered = completion.offered.get();
  if (offered === null) return;
  completion.dismiss();
  const { text, caret } = withMention(field.value, offered.mention, name);
  typeText(field, text);
  field.setSelectionRange(caret, caret);
}

function mentionAtCaret({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): ReturnType<typeof typedMention> {
  return selectionStart === selectionEnd ? typedMention(value, selectionStart) : null;
}

/** On a telephone every word is composed until it ends. Its keys say nothing of what they type, and there is no window of the input method in the way. */
function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** A key that has a meaning in the list is for nobody else; while there is none, every key is for the field. */
function press(event: KeyboardEvent, at: { field: HTMLTextAreaElement; completion: Completion }): void {
  const offered = at.completion.offered.get();
  const isPlain = !(event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (offered === null || !isPlain) return;
  const chosen = offered.people[offered.active];
  const take = (): void => chosen && takeName(chosen, at);
  const acts: Partial<Record<string, () => void>> = {
    ArrowDown: () => at.completion.move(1),
    ArrowUp: () => at.completion.move(-1),
    Enter: take,
    Tab: take,
    Escape: () => at.completion.dismiss(),
  };
  const act = acts[event.key];
  if (act === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act();
}
