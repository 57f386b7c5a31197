import { readerNews, sanctionNews } from './reader-news';
import { aRemoval } from './readers.builder';

describe('news of a reader', () => {
  it.each([
    ['warn', 'Warned: {author}.'],
    ['hold', 'From now on everything by {author} is held.'],
    ['suspend', 'Suspended: {author}.'],
    ['ban', 'Banned: {author}.'],
  ] as const)('of a sanction to %s say whom it hits, and what was begun with it', (kind, told) => {
    expect(sanctionNews({ kind, removals: [] }, 'Anna')).toMatchObject({ author: 'Anna', words: { en: told } });
    expect(sanctionNews({ kind, removals: [aRemoval()] }, 'Anna')).toMatchObject({
      words: { en: `${told} What they posted lately is being removed, job by job.` },
    });
  });

  it('say why it was not done', () => {
    expect(readerNews('notDeleted', 'Anna', { kind: 'noAnswer' })).toMatchObject({ trouble: { kind: 'noAnswer' } });
    expect(readerNews('deleted', 'Anna')).not.toHaveProperty('trouble');
  });
});
