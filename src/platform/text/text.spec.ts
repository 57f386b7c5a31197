import type { Block, Inline, ListItem } from '../../../contract/text';
import { lengthOf, normalizeText, parseText, plainText } from '.';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('the text of a comment', () => {
  it.each<[string, Block[]]>([
    ['plain', [paragraph(text('plain'))]],
    ['one\n\ntwo', [paragraph(text('one')), paragraph(text('two'))]],
    ['one\ntwo', [paragraph(text('one'), { type: 'break' }, text('two'))]],
    [
      '*a* **b** `c*`',
      [
        paragraph({ type: 'emphasis', children: [text('a')] }, text(' '), { type: 'strong', children: [text('b')] }, text(' '), {
          type: 'inlineCode',
          value: 'c*',
        }),
      ],
    ],
    ['||end|| it', [paragraph({ type: 'spoiler', children: [text('end')] }, text(' it'))]],
    ['> said', [{ type: 'blockquote', children: [paragraph(text('said'))] }]],
    [
      '- a\n- b',
      [
        {
          type: 'list',
          ordered: false,
          children: [
            { type: 'listItem', children: [paragraph(text('a'))] },
            { type: 'listItem', children: [paragraph(text('b'))] },
          ],
        },
      ],
    ],
    ['[words](https://example.org/a)', [paragraph({ type: 'link', url: 'https://example.org/a', children: [text('words')] })]],
    [
      'see https://example.org.',
      [paragraph(text('see '), { type: 'link', url: 'https://example.org/', children: [text('https://example.org')] }, text('.'))],
    ],
    ['# no heading', [paragraph(text('# no heading'))]],
    [
      '![no](https://example.org/a.png)',
      [paragraph(text('!'), { type: 'link', url: 'https://example.org/a.png', children: [text('no')] })],
    ],
    ['<b>no html</b>', [paragraph(text('<b>no html</b>'))]],
    ['قال \u2067نعم\u2069', [paragraph(text('قال \u2067نعم\u2069'))]],
    [' \n\t ', []],
  ])('%p becomes its tree', (source, tree) => {
    expect(parseText(source)).toEqual(tree);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'java&#10;script:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'file:///etc/passwd',
    '//evil.example/x',
    '\\\\evil.example',
    'https://user:secret@evil.example/',
    'https://example.org@evil.example/',
    'intent://x#Intent;scheme=javascript;end',
  ])('%p is never a link', (url) => {
    for (const source of [`[x](${url})`, `[x](<${url}>)`, `<${url}>`, url, `||[x](${url})||`, `> - [x](${url})`]) {
      expect(JSON.stringify(parseText(source))).not.toContain('"link"');
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe srcdoc="x">',
    '{{constructor.constructor("x")()}}',
    '<!--',
    '<![CDATA[x]]>',
  ])('%p stays words', (source) => {
    expect(plainText(parseText(source))).toBe(source);
  });

  it.each(['[', '*', '`', '||', '> ', '- ', '**a ', '[a](', '||*', '_', '\\', '<', '![', '1. '])(
    'a flood of %p ends, with a bounded depth',
    (mark) => {
      expect(depthOf(parseText(mark.repeat(Math.floor(10_000 / mark.length))))).toBeLessThanOrEqual(24);
    },
  );

  it('is stored as it was written, in NFC and without control characters', () => {
    expect(normalizeText('  Cafe\u0301\r\nau\u0000 lait \u202ex  ')).toBe('Café\nau lait \u202ex');
  });

  it('has the length its reader sees', () => {
    expect(lengthOf('👩‍👩‍👧‍👦é')).toBe(2);
  });

  it('keeps what a spoiler hides out of the plain words', () => {
    expect(plainText(parseText('The butler ||did it||, *really*'))).toBe('The butler …, really');
  });
});

function depthOf(nodes: readonly (Block | ListItem | Inline)[]): number {
  const depths = nodes.map((node) => ('children' in node ? depthOf(node.children as (Block | Inline)[]) : 0));
  return 1 + depths.reduce((deepest, depth) => Math.max(deepest, depth), 0);
}
