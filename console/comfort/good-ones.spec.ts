import type { CivilComment } from '../../contract/moderation';
import type { News } from '../queue/acts';
import { GoodOnes, rejectionsAfter } from './good-ones';

const reject: News = { kind: 'decided', verdict: 'reject', author: 'Anna' };
const publish: News = { kind: 'decided', verdict: 'publish', author: 'Anna' };
const takenBack: News = { kind: 'takenBack', author: 'Anna' };
const good = (id: string): CivilComment => ({ id, title: 'A story', author: 'Carla', text: 'Thank you.', likes: 9 });

function aRun(given: CivilComment[] | Error = [good('one')]) {
  const desk = { focusedId: 'next' as string | null, asked: 0 };
  const goodOnes = new GoodOnes(
    async () => {
      desk.asked += 1;
      if (given instanceof Error) throw given;
      return given;
    },
    () => desk.focusedId,
  );
  const note = async (...news: News[]) => {
    for (const one of news) {
      goodOnes.note(one);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { desk, goodOnes, note, shown: () => goodOnes.store.getState().comment?.id };
}

const many = (count: number) => Array.from({ length: count }, () => reject);

describe('rejections in a row', () => {
  it.each<[string, News[], number]>([
    ['are counted', [reject, reject], 2],
    ['end with an approval', [reject, reject, publish], 0],
    ['are one less when one is taken back', [reject, reject, takenBack], 1],
    ['are never less than none', [takenBack, takenBack], 0],
    ['are not made of other news', [reject, { kind: 'inWords', author: 'Anna', words: { en: 'noted', de: 'notiert' } }], 1],
  ])('%s', (_, news, count) => {
    expect(news.reduce(rejectionsAfter, 0)).toBe(count);
  });
});

describe('a good one', () => {
  it('comes with the next item after five rejections in a row, and is asked for before', async () => {
    const { desk, goodOnes, note, shown } = aRun();
    await note(...many(4));
    expect([desk.asked, shown()]).toEqual([1, undefined]);
    await note(reject);
    expect(goodOnes.store.getState()).toEqual({ comment: good('one'), besideId: 'next' });
  });

  it('goes when its item does, or when it is told to', async () => {
    for (const end of [(goodOnes: GoodOnes) => goodOnes.noteFocus('another'), (goodOnes: GoodOnes) => goodOnes.dismiss()]) {
      const { goodOnes, note, shown } = aRun();
      await note(...many(5));
      goodOnes.noteFocus('next');
      expect(shown()).toBe('one');
      end(goodOnes);
      expect(shown()).toBeUndefined();
    }
  });

  it('does not come twice, nor after the next run alone', async () => {
    const { goodOnes, note, shown } = aRun([good('one'), good('two')]);
    await note(...many(5));
    goodOnes.noteFocus('another');
    await note(...many(4));
    expect(shown()).toBeUndefined();
    await note(reject);
    expect(shown()).toBe('two');
    goodOnes.dismiss();
    await note(...many(5));
    expect(shown()).toBeUndefined();
  });

  it('does not come where nothing is left to read, or none is there, or the service does not answer', async () => {
    const empty = aRun();
    empty.desk.focusedId = null;
    for (const { note, shown } of [empty, aRun([]), aRun(new Error('no answer'))]) {
      await note(...many(7));
      expect(shown()).toBeUndefined();
    }
  });

  it('is not late: one that comes after the fifth rejection waits for the next', async () => {
    let answer: (comments: CivilComment[]) => void = () => undefined;
    const goodOnes = new GoodOnes(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      () => 'next',
    );
    for (const news of many(5)) goodOnes.note(news);
    answer([good('one')]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(goodOnes.store.getState().comment).toBeNull();
    goodOnes.note(reject);
    expect(goodOnes.store.getState().comment?.id).toBe('one');
  });

  it('is none of another site', async () => {
    const { goodOnes, note, shown } = aRun();
    await note(...many(4));
    goodOnes.reset();
    await note(reject);
    expect(shown()).toBeUndefined();
  });
});
