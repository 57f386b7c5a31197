/** Makes it the text of the field as if the reader typed what is new in it: they can undo that. */
export function typeText(textarea: HTMLTextAreaElement, text: string): void {
  const { value } = textarea;
  const shorter = Math.min(value.length, text.length);
  let start = 0;
  while (start < shorter && value[start] === text[start]) start += 1;
  let rest = 0;
  while (rest < shorter - start && value.at(-1 - rest) === text.at(-1 - rest)) rest += 1;
  const typed = text.slice(start, text.length - rest);
  textarea.setSelectionRange(start, value.length - rest);
  if (document.execCommand(typed === '' ? 'delete' : 'insertText', false, typed)) return;
  textarea.value = text;
  textarea.dispatchEvent(new Event('input', { bubbles: true }));
}
