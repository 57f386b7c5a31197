import { type Mark, withMark } from './marks';

/** The selection between two bars, or at one. */
function read(marked: string) {
  const [before = '', inside = '', after] = marked.split('¦');
  return after === undefined
    ? { text: before + inside, start: before.length, end: before.length }
    : { text: before + inside + after, start: before.length, end: before.length + inside.length };
}

function written({ text, start, end }: ReturnType<typeof read>): string {
  return start === end
    ? `${text.slice(0, start)}¦${text.slice(start)}`
    : `${text.slice(0, start)}¦${text.slice(start, end)}¦${text.slice(end)}`;
}

describe('marking a text', () => {
  it.each<[Mark, string, string]>([
    ['bold', 'a ¦word¦ here', 'a **¦word¦** here'],
    ['bold', 'a **¦word¦** here', 'a ¦word¦ here'],
    ['bold', 'nothing ¦', 'nothing **¦**'],
    ['italic', '¦word¦', '*¦word¦*'],
    ['italic', '*¦word¦*', '¦word¦'],
    ['italic', '**¦word¦**', '***¦word¦***'],
    ['italic', '***¦word¦***', '**¦word¦**'],
    ['code', 'a ¦word¦', 'a `¦word¦`'],
    ['spoiler', 'the ¦end¦', 'the ||¦end¦||'],
    ['quote', 'one\ntw¦o', 'one\n\n> two¦'],
    ['quote', '¦one\ntwo¦', '> one\n> two¦'],
    ['quote', '> one\n> tw¦o', '> one\ntwo¦'],
    ['list', 'before\n\n¦one\ntwo¦', 'before\n\n- one\n- two¦'],
    ['list', '¦- one\n- two¦', 'one\ntwo¦'],
    ['link', 'see ¦this¦', 'see [this](¦https://¦)'],
    ['link', 'see ¦https://example.org/a¦', 'see [¦](https://example.org/a)'],
  ])('%s: %s becomes %s', (mark, before, after) => {
    expect(written(withMark(read(before), mark))).toBe(after);
  });
});
