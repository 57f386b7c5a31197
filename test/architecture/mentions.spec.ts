import { foldedName, mentionedIn, possibleMentions } from '../../src/announcements/mentions';
import { parseText } from '../../src/platform/text';
import { typedMention, withMention } from '../../widget/mentions/typed-mention';

const names = [
  'Ann',
  'Ann Lee',
  'Zoë O’Neill',
  "D'Arcy Wood",
  'J. R. Ewing',
  'Sammy Davis Jr.',
  'Jean-Paul Müller',
  'x_1',
  '_x_',
  'a_b c_',
  '__init__',
  'Łukasz',
  'Jose\u0301 Ruiz',
  'Людмила Ким',
  'Νίκος',
  'محمد علي',
  'דוד לוי',
  'अमृता सिंह',
  '김민준',
  '王小明',
  'さくら',
  'สมชาย',
];
const known = new Map(names.map((name) => [foldedName(name), name]));

/** What the widget makes of the first letter of the name where the bar stands. */
function completed(marked: string, name: string): string {
  const [letter = ''] = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)].map(({ segment }) => segment);
  const typed = marked.replace('|', `@${letter}|`);
  const [caret, text] = [typed.indexOf('|'), typed.replace('|', '')];
  // An underscore begins no name that is typed, but one that is offered for another part of it.
  const mention = typedMention(text, caret) ?? { start: caret - letter.length - 1, typed: letter };
  return withMention(text, mention, name).text;
}

describe('a name that the widget completes is found by the service', () => {
  it.each(names)('%s', (name) => {
    for (const marked of ['|', 'Yes, |', '|, and more', 'one\n|\ntwo', '- |', '(|)', '`code` |', '你好|', '|你好'])
      expect([marked, mentionedIn(possibleMentions(parseText(completed(marked, name))), known)]).toEqual([marked, [name]]);
  });

  it.each(['`code`|', '``a ` b``|', '`|', '> |', 'me|', 'https://example.org/|'])('and by neither after %s', (marked) => {
    const text = marked.replace('|', '@Ann');
    expect(typedMention(text, text.length)).toBeNull();
    // Where code is still open the text is not yet what will be sent.
    expect(mentionedIn(possibleMentions(parseText(marked === '`|' ? `${text}\`` : text)), known)).toEqual([]);
  });
});
