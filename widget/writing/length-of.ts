const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as readers count them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of segmenter.segment(text)) length += 1;
  return length;
}
