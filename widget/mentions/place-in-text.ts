/** All that has a say in where a letter stands. */
const copied = [
  'boxSizing',
  'width',
  'padding',
  'border',
  'font',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'textAlign',
  'direction',
  'unicodeBidi',
  'tabSize',
] as const;

/** Where a letter of a field is on the screen; browsers do not tell, but for other elements: so it is asked of one with the same text and look. */
export function placeInText(field: HTMLTextAreaElement, index: number): DOMRect {
  const twin = document.createElement('div');
  const look = getComputedStyle(field);
  for (const property of copied) twin.style[property] = look[property];
  Object.assign(twin.style, {
    position: 'fixed',
    top: 0,
    left: 0,
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  });
  twin.textContent = field.value;
  document.body.append(twin);
  const letter = document.createRange();
  const text = twin.firstChild ?? twin;
  letter.setStart(text, index);
  letter.setEnd(text, index + 1);
  const [at, from, to] = [letter.getBoundingClientRect(), twin.getBoundingClientRect(), field.getBoundingClientRect()];
  twin.remove();
  return new DOMRect(at.x - from.x + to.x, at.y - from.y + to.y - field.scrollTop, at.width, at.height);
}
