import type { CommentBody, Inline } from '../../contract/text';
import { sourceOfBody } from './source-of-body';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): CommentBody[number] => ({ type: 'paragraph', children });

describe('the Markdown of a comment', () => {
  it.each<[string, CommentBody, string]>([
    ['paragraphs and breaks', [paragraph(text('one'), { type: 'break' }, text('two')), paragraph(text('three'))], 'one\ntwo\n\nthree'],
    [
      'marks in marks',
      [
        paragraph(
          { type: 'strong', children: [text('a '), { type: 'emphasis', children: [text('b')] }] },
          { type: 'spoiler', children: [text('c')] },
        ),
      ],
      '**a *b***||c||',
    ],
    ['signs that mean nothing', [paragraph(text('2*3 [x] `y` \\ <b> a||b'))], '2\\*3 \\[x\\] \\`y\\` \\\\ \\<b> a\\|\\|b'],
    ['everyday signs as they are', [paragraph(text('10:30, snake_case, a|b, 3 < 4 > 2'))], '10:30, snake_case, a|b, 3 < 4 > 2'],
    [
      'what would begin a list or a quote',
      [paragraph(text('- no list')), paragraph(text('1. no list')), paragraph(text('> no quote'))],
      '\\- no list\n\n1\\. no list\n\n\\> no quote',
    ],
    [
      'code with ticks',
      [paragraph({ type: 'inlineCode', value: 'a`b' }, text(' '), { type: 'inlineCode', value: '`' })],
      '``a`b`` `` ` ``',
    ],
    [
      'links',
      [
        paragraph({ type: 'link', url: 'https://example.org/', children: [text('there')] }, text(' '), {
          type: 'link',
          url: 'https://example.org/a',
          children: [text('https://example.org/a')],
        }),
      ],
      '[there](<https://example.org/>) <https://example.org/a>',
    ],
    ['an address that is no link', [paragraph(text('http://x'))], 'http\\://x'],
    [
      'quotes and lists in each other',
      [
        {
          type: 'blockquote',
          children: [
            paragraph(text('said')),
            { type: 'list', ordered: false, children: [{ type: 'listItem', children: [paragraph(text('one'))] }] },
          ],
        },
        {
          type: 'list',
          ordered: true,
          start: 3,
          children: [
            { type: 'listItem', children: [paragraph(text('three')), paragraph(text('more'))] },
            { type: 'listItem', children: [paragraph(text('four'))] },
          ],
        },
      ],
      '> said\n>\n> - one\n\n3. three\n\n   more\n4. four',
    ],
  ])('writes %s', (_, body, source) => {
    expect(sourceOfBody(body)).toBe(source);
  });
});
