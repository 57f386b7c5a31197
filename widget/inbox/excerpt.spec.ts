import type { CommentBody } from '../../contract/text';
import { beginningOf } from './excerpt';

const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const text = (value: string) => ({ type: 'text', value });

describe('how a comment begins', () => {
  it.each<[string, unknown[], string]>([
    ['is its words in one line', [paragraph(text('One')), paragraph(text('two'), { type: 'break' }, text('three'))], 'One two three'],
    [
      'goes on within a word that is partly strong',
      [paragraph(text('un'), { type: 'strong', children: [text('believ')] }, text('able'))],
      'unbelievable',
    ],
    ['does not tell what its author hides', [paragraph(text('He '), { type: 'spoiler', children: [text('dies')] })], 'He ▒▒▒'],
    [
      'keeps lists and quotes apart',
      [
        {
          type: 'list',
          children: [
            { type: 'item', children: [paragraph(text('a'))] },
            { type: 'item', children: [paragraph(text('b'))] },
          ],
        },
      ],
      'a b',
    ],
    [
      'ends after two lines',
      [paragraph(text(`${'é'.normalize('NFD').repeat(159)}👩‍👩‍👧 and more`))],
      `${'é'.normalize('NFD').repeat(159)}👩‍👩‍👧…`,
    ],
  ])('%s', (_, body, said) => {
    expect(beginningOf(body as CommentBody)).toBe(said);
  });
});
