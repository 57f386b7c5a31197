import type { CommentBody } from '../../contract/text';
import { plainText } from './plain-text';

describe('the words of a comment', () => {
  it('stand on one line', () => {
    const text = (value: string) => ({ type: 'text', value }) as const;
    const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [text(value)] });
    const body: CommentBody = [
      { type: 'blockquote', children: [paragraph('Quoted.')] },
      { type: 'paragraph', children: [{ type: 'strong', children: [text('Not')] }, text(' so:'), { type: 'break' }, text('no')] },
      { type: 'list', ordered: false, children: ['one', 'two'].map((value) => ({ type: 'listItem', children: [paragraph(value)] })) },
      { type: 'paragraph', children: [{ type: 'spoiler', children: [{ type: 'inlineCode', value: 'end' }] }] },
    ];
    expect(plainText(body)).toBe('Quoted. Not so: no one two end');
  });
});
