import { mentionableListed } from '../../contract/limits';
import { Completion, type Person } from './completion';

const person = (name: string): Person => ({ id: name, name });
const pauseMilliseconds = 200;

describe('the completion of a name', () => {
  let authors: Person[];
  let asked: { prefix: string; answer(names: string[]): Promise<void>; fail(): Promise<void> }[];
  let completion: Completion;

  beforeEach(() => {
    jest.useFakeTimers();
    [authors, asked] = [[], []];
    const ask = (prefix: string) =>
      new Promise<Person[]>((resolve, reject) => {
        const settled = (settle: () => void) => {
          settle();
          return jest.advanceTimersByTimeAsync(0);
        };
        asked.push({
          prefix,
          answer: (names) => settled(() => resolve(names.map(person))),
          fail: () => settled(() => reject(new Error('no answer'))),
        });
      });
    completion = new Completion({ authors: () => authors, ask });
  });
  afterEach(() => jest.useRealTimers());

  const type = (typed: string, start = 0) => completion.note({ start, typed });
  const wait = () => jest.advanceTimersByTime(pauseMilliseconds);
  const names = () => completion.offered.get()?.people.map(({ name }) => name);
  const active = () => completion.offered.get()?.active;

  it('offers whom the page knows at once, and then whom the service knows after them, each once', async () => {
    authors = [person('Anna'), person('Bert'), person('Andrea'), person('Anna')];
    type('an');
    expect([names(), asked]).toEqual([['Anna', 'Andrea'], []]);
    wait();
    await asked[0]?.answer(['Andrea', 'Angela']);
    expect(names()).toEqual(['Anna', 'Andrea', 'Angela']);
  });

  it('offers nothing where nobody is meant, and few of many', async () => {
    authors = Array.from({ length: mentionableListed + 3 }, (_, index) => person(`Anna ${index}`));
    type('an');
    expect(names()?.length).toBe(mentionableListed);
    type('x');
    expect(names()).toBeUndefined();
  });

  it('asks after a pause, what was typed last', () => {
    type('a');
    jest.advanceTimersByTime(pauseMilliseconds - 1);
    type('an ');
    jest.advanceTimersByTime(pauseMilliseconds - 1);
    expect(asked).toEqual([]);
    wait();
    expect(asked.map(({ prefix }) => prefix)).toEqual(['an']);
  });

  it('drops the answer to a question of before', async () => {
    type('a');
    wait();
    type('an');
    wait();
    await asked[0]?.answer(['Anton', 'Anna']);
    expect(names()).toBeUndefined();
    await asked[1]?.answer(['Angela']);
    expect(names()).toEqual(['Angela']);
  });

  it('asks no more about the rest of a name when the service said all that it knows', async () => {
    type('a');
    wait();
    await asked[0]?.answer(['Anna', 'Andrea']);
    type('ann');
    wait();
    expect([names(), asked.length]).toEqual([['Anna'], 1]);
    type('');
    type('a', 7);
    wait();
    expect(asked.length).toBe(2);
  });

  it('asks again where there may be more of them', async () => {
    type('a');
    wait();
    await asked[0]?.answer(Array.from({ length: mentionableListed }, (_, index) => `A ${index}`));
    type('an');
    wait();
    expect(asked.length).toBe(2);
  });

  it('is silent about what the service cannot say', async () => {
    authors = [person('Anna')];
    type('an');
    wait();
    await asked[0]?.fail();
    expect(names()).toEqual(['Anna']);
  });

  it('has one that is chosen, and keeps it when more come', async () => {
    authors = [person('Anna'), person('Andrea')];
    type('an');
    wait();
    expect(active()).toBe(0);
    completion.move(-1);
    expect(active()).toBe(1);
    await asked[0]?.answer(['Angela']);
    expect(active()).toBe(1);
    completion.move(1);
    completion.move(1);
    expect(active()).toBe(0);
    completion.move(1);
    type('and');
    expect([names(), active()]).toEqual([['Andrea'], 0]);
  });

  it('stays away where it was put away, until there is another', async () => {
    authors = [person('Anna')];
    type('a');
    wait();
    completion.dismiss();
    await asked[0]?.answer(['Andrea']);
    type('an');
    wait();
    expect([names(), asked.length]).toEqual([undefined, 1]);
    type('an', 5);
    expect(names()).toEqual(['Anna']);
    completion.dismiss();
    completion.note(null);
    type('an', 5);
    expect(names()).toEqual(['Anna']);
  });

  it('goes when the caret leaves, also before an answer', async () => {
    authors = [person('Anna')];
    type('a');
    completion.follow({ start: 0, typed: 'a' });
    expect(names()).toEqual(['Anna']);
    completion.follow({ start: 0, typed: '' });
    expect(names()).toBeUndefined();
    type('a');
    wait();
    completion.follow(null);
    await asked[0]?.answer(['Andrea']);
    wait();
    expect([names(), asked.length]).toEqual([undefined, 1]);
  });
});
