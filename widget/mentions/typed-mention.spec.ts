import { typedMention, withMention } from './typed-mention';

/** The caret is where the bar stands. */
function typedAt(marked: string): string | undefined {
  return typedMention(marked.replace('|', ''), marked.indexOf('|'))?.typed;
}

describe('a name that is typed', () => {
  it.each([
    ['@a|', 'a'],
    ['Yes, @Ann|', 'Ann'],
    ['(@ann|)', 'ann'],
    ['@Anna B|', 'Anna B'],
    ['@Anna |', 'Anna '],
    ["@Zoë O'N|", "Zoë O'N"],
    ['@Müller-L|', 'Müller-L'],
    ['@A. Ber|', 'A. Ber'],
    ['@under_sc|', 'under_sc'],
    ['@75|', '75'],
    ['@Jose\u0301|', 'Jose\u0301'],
    ['@Людм|', 'Людм'],
    ['@Νίκ|', 'Νίκ'],
    ['مرحبا @محم|', 'محم'],
    ['שלום @דו|', 'דו'],
    ['English then @محمد ع|', 'محمد ع'],
    ['عربي ثم @Ann|', 'Ann'],
    ['@अमृ|', 'अमृ'],
    ['@김|', '김'],
    ['你好@王|', '王'],
    ['@王|你好', '王'],
    ['สวัสดี@สม|', 'สม'],
    ['😀@Ann|', 'Ann'],
    ['one\n@Ann|', 'Ann'],
    ['- @Ann|', 'Ann'],
    ['**@Ann|**', 'Ann'],
    ['@one and @two|', 'two'],
    ['`code` @Ann|', 'Ann'],
    ['``a ` b`` @Ann|', 'Ann'],
    ['`\\` @Ann|', 'Ann'],
    ['it\\`s @Ann|', 'Ann'],
    ['it\\`@Ann|', 'Ann'],
    ['a ` of before\n\n@Ann|', 'Ann'],
    ['> quoted\n\n@Ann|', 'Ann'],
    ['1 > 0, @Ann|', 'Ann'],
    ['@Ann|, and more', 'Ann'],
    [`@${'x'.repeat(40)}|`, 'x'.repeat(40)],
  ])('is there in %s', (text, typed) => {
    expect(typedAt(text)).toBe(typed);
  });

  it.each([
    '|',
    'Ann|',
    '@|',
    '@ |',
    '@ Ann|',
    '@.|',
    'me@exam|',
    'a.b@exam|',
    'Müller@exam|',
    'אב@דו|',
    'https://example.org/@ann|',
    '50%@Ann|',
    '@@Ann|',
    '@Ann!|',
    '@Ann: he|',
    '@Ann (|',
    '@Ann\nBerg|',
    '@An|na',
    '@An|_',
    '@An|\u0301',
    '`@Ann|',
    '`@Ann|`',
    'say `x @Ann|',
    '``a` @Ann|',
    '`\\`` @Ann|',
    'first `line\nsecond @Ann|',
    '`code`@Ann|',
    '``a ` b``@Ann|',
    '> @Ann|',
    '> quoted\n@Ann|',
    '- > @Ann|',
    `@${'x'.repeat(41)}|`,
  ])('is not there in %s', (text) => {
    expect(typedAt(text)).toBeUndefined();
  });

  it.each([
    ['@an|', 'Anna Berg', '@Anna Berg |'],
    ['Yes, @an| said', 'Anna Berg', 'Yes, @Anna Berg |said'],
    ['@an|, and', 'Anna', '@Anna|, and'],
    ['@an|\nnext', 'Anna', '@Anna|\nnext'],
    ['@مح|', 'محمد علي', '@محمد علي |'],
    ['@x|', '_x_', '@\\_x\\_ |'],
    ['@a|', 'a_b c_', '@a_b c\\_ |'],
  ])('%s becomes %s', (marked, name, expected) => {
    const text = marked.replace('|', '');
    const mention = typedMention(text, marked.indexOf('|'));
    if (mention === null) throw new Error('nothing is typed there');
    const completed = withMention(text, mention, name);
    expect(`${completed.text.slice(0, completed.caret)}|${completed.text.slice(completed.caret)}`).toBe(expected);
  });
});
