import { NoAnswer } from '../../api/console-api';
import { OpenList } from './open-list';
import { aList, aView, RulesService, refusal } from './rules.builder';
import { Trial } from './trial';

let service: RulesService;

beforeEach(async () => {
  service = new RulesService();
  await service.rules.load();
});

describe('a setting that is typed', () => {
  it('is saved with the version that was seen, and is not typed any more', async () => {
    service.rules.type('maxLinks', '3');
    const saving = service.rules.save();
    service.view = { ...aView, version: '8', settings: { ...aView.settings, maxLinks: 3 } };
    await saving;
    expect(service.asked).toEqual([{ settings: { maxLinks: 3, version: '7' } }]);
    expect(service.rules.store.getState()).toMatchObject({ typed: {}, trouble: null, isUnderWay: false });
  });

  it.each([
    ['noAnswer', new NoAnswer('none')],
    ['rulesChanged', refusal('rules_changed')],
  ])('is still there when it was not saved: %s', async (kind, error) => {
    service.rules.type('maxLinks', '3');
    service.refusals = [error];
    await service.rules.save();
    expect(service.rules.store.getState()).toMatchObject({ typed: { maxLinks: '3' }, trouble: { kind } });
  });

  it('stays where another was saved meanwhile', async () => {
    service.rules.type('maxLinks', '3');
    const saving = service.rules.save();
    service.rules.type('rejections', '1');
    service.view = { ...aView, settings: { ...aView.settings, maxLinks: 3 } };
    await saving;
    expect(service.rules.store.getState().typed).toEqual({ rejections: '1' });
  });
});

describe('an open list', () => {
  let open: OpenList;

  beforeEach(async () => {
    open = new OpenList(service.rules, 'list');
    await open.load();
  });
  const manyWords = Array.from({ length: 1_100 }, (_, number) => `word${number}`);

  it('takes many words in parts, and goes on after a refusal with those that are left', async () => {
    open.type({ added: manyWords.join('\n') });
    service.refusals = [undefined, new NoAnswer('none')];
    expect(await open.save()).toBe(false);
    expect(open.store.getState()).toMatchObject({ added: manyWords.slice(500).join('\n'), trouble: { kind: 'noAnswer' } });
    expect(await open.save()).toBe(true);
    expect(open.store.getState()).toMatchObject({ added: '', trouble: null });
    expect(service.wordList.terms).toEqual([...aList.terms, ...manyWords]);
  });

  it('sends what differs only', async () => {
    open.type({ added: ' mimsy \nnew\n\nnew', outcome: 'hold' });
    open.toggle('slithy');
    open.toggle('mimsy');
    open.toggle('mimsy');
    await open.save();
    expect(service.asked).toEqual([{ remove: ['slithy'] }, { add: ['new'] }]);
    expect(open.isChanged).toBe(false);
  });

  it('that is off is saved and tried as if it were on', async () => {
    open.type({ added: 'new' });
    expect(await open.prepareTrial()).toEqual({ id: 'list', isOn: true });
    expect(service.wordList.terms).toContain('new');
  });

  it('that is on is tried with what is typed, which is not saved', async () => {
    service.wordList = { ...aList, isOn: true };
    await open.load();
    open.type({ added: 'new' });
    open.toggle('mimsy');
    expect(await open.prepareTrial()).toEqual({ id: 'list', add: ['new'], remove: ['mimsy'] });
    open.type({ added: manyWords.join('\n') });
    expect(await open.prepareTrial()).toBeUndefined();
    expect([service.asked, open.store.getState().trouble]).toEqual([[], { kind: 'tooManyToTry' }]);
  });
});

describe('a trial', () => {
  it('is looked at until it has ended, also when a look fails', async () => {
    const trial = new Trial(service.rules, 1);
    const stop = trial.watch();
    await trial.begin({ settings: { maxLinks: 3 } });
    expect(service.asked).toEqual([{ replay: { settings: { maxLinks: 3 }, version: '7' } }]);
    const ended = new Promise<void>((resolve) => {
      trial.store.subscribe(({ replay }) => replay?.endedAt && resolve());
    });
    service.looks = [new NoAnswer('none')];
    service.replayTold = { endedAt: '2026-11-02T12:00:00.000Z', state: 'done' };
    await ended;
    stop();
    expect(trial.store.getState()).toMatchObject({ replay: { state: 'done' }, trouble: null });
  });

  it('is switched on as it was tried, with the version of then', async () => {
    const trial = new Trial(service.rules, 1);
    service.replayTold = { version: '6', proposal: { settings: { maxLinks: 3 }, list: { id: 'list', isOn: true } } };
    await trial.begin({ settings: { maxLinks: 3 } });
    service.asked.length = 0;
    expect(await trial.switchOn()).toBe(true);
    expect(service.asked).toEqual([{ isOn: true, version: '6' }, { settings: { maxLinks: 3, version: '7' } }]);
    service.refusals = [refusal('rules_changed')];
    expect(await trial.switchOn()).toBe(false);
    expect(trial.store.getState().trouble).toEqual({ kind: 'rulesChanged' });
  });
});
