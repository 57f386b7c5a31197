import type { FollowingSettings } from '../../../contract/following';
import type { ReasonView, StandardReason } from '../../../contract/reasons';
import { standardReasons } from '../../../contract/reasons';
import type { MacroView } from '../../../contract/sanctions';
import { NoAnswer, Refusal } from '../../api/console-api';
import { Acts } from '../../queue/acts';
import { endless } from '../../queue/held.builder';
import { aReason } from '../../readers/readers.builder';
import { SiteSettings } from './site-settings';

const refusal = (status: number, code: string, errors?: { field: string; detail: string }[]) =>
  new Refusal(status, { code, detail: 'No.', ...(errors && { errors }) }, null);

let reasons: ReasonView[];
let macros: MacroView[];
let areListsPublic: boolean;
let asked: unknown[];
let failure: Error | null;
let changes: number;
let settings: SiteSettings;

function answered<Answer>(what: unknown, answer: () => Answer): Promise<Answer> {
  asked.push(what);
  return failure === null ? Promise.resolve(answer()) : Promise.reject(failure);
}

async function begin(keys: readonly StandardReason[]): Promise<void> {
  reasons = keys.map((key) => aReason(key));
  macros = [{ id: 'one', name: 'Later', text: 'Wait.' }];
  areListsPublic = false;
  failure = null;
  changes = 0;
  const api = {
    reasons: () => answered('reasons', () => reasons),
    addReason: (request: object) => answered(request, () => aReason('insult', { id: `made ${asked.length}`, key: null, ...request })),
    changeReason: (id: string, change: object) => answered([id, change], () => aReason('insult')),
    macros: () => answered('macros', () => macros),
    addMacro: (macro: Omit<MacroView, 'id'>) => answered(macro, () => [{ id: 'two', ...macro }, ...macros]),
    changeMacro: (id: string, macro: Omit<MacroView, 'id'>) => answered([id, macro], () => [{ id, ...macro }]),
    following: () => answered('following', () => ({ areListsPublic })),
    changeFollowing: (following: FollowingSettings) => answered(following, () => following),
    deleteMacro: (id: string) => answered(['delete', id], () => []),
  };
  settings = new SiteSettings(api, { session: endless, acts: new Acts() }, () => (changes += 1));
  asked = [];
  await settings.load();
  asked = [];
}

beforeEach(() => begin(['insult', 'hate', 'threat']));

const listed = () => settings.reasons.store.getState().items;
const numbers = () => listed().map(({ id, key, title }) => `${settings.numberOf(id)} ${key ?? title}`);
const names = () => settings.macros.store.getState().items.map(({ name }) => name);
const told = () => settings.store.getState().told?.kind;

describe('the reasons that an editor sets', () => {
  it('get one more at their end, which is there at once and has the next number', async () => {
    const adding = settings.addReason({ title: 'Spoiler', ground: 'rules' });
    expect([numbers(), told()]).toEqual([['1 insult', '2 hate', '3 threat', '4 Spoiler'], 'added']);
    expect(await adding).toBeNull();
    expect([listed().at(-1)?.id, asked, changes]).toEqual(['made 1', [{ title: 'Spoiler', ground: 'rules', isOn: true }], 1]);
  });

  it('get one more switched off when nine are on', async () => {
    await begin(standardReasons);
    await settings.addReason({ title: 'Ninth', ground: 'rules' });
    expect([settings.isFull, numbers().at(-1)]).toEqual([true, '9 Ninth']);
    await settings.addReason({ title: 'Tenth', ground: 'rules' });
    expect([numbers().at(-1), asked.at(-1)]).toEqual(['0 Tenth', { title: 'Tenth', ground: 'rules', isOn: false }]);
  });

  it('close up when one is switched off, and are moved by one', async () => {
    await settings.toggle(listed()[1] as ReasonView);
    expect([numbers(), told()]).toEqual([['1 insult', '0 hate', '2 threat'], 'off']);
    await settings.move(listed()[2] as ReasonView, -1);
    await settings.move(listed()[0] as ReasonView, -1);
    expect([numbers(), asked]).toEqual([
      ['1 insult', '2 threat', '0 hate'],
      [
        ['reason-hate', { isOn: false }],
        ['reason-threat', { position: 1 }],
      ],
    ]);
  });

  it('are as they were when a change is refused, which is said', async () => {
    failure = new NoAnswer();
    const refused = settings.toggle(listed()[0] as ReasonView);
    expect([numbers(), told()]).toEqual([['0 insult', '1 hate', '2 threat'], 'off']);
    await refused;
    expect([numbers(), settings.store.getState().problem, told(), changes]).toEqual([
      ['1 insult', '2 hate', '3 threat'],
      { kind: 'noAnswer' },
      undefined,
      0,
    ]);
  });

  it('keep a change that was made after one that is refused', async () => {
    failure = new NoAnswer();
    const refused = settings.toggle(listed()[0] as ReasonView);
    const later = settings.toggle(listed()[1] as ReasonView);
    await Promise.resolve();
    failure = null;
    await Promise.all([refused, later]);
    expect(numbers()).toEqual(['1 insult', '0 hate', '2 threat']);
  });

  it('are read anew when the service knows of more of them', async () => {
    failure = refusal(422, 'too_many_reasons');
    const refused = settings.toggle(aReason('hate', { isOn: false }));
    await refused;
    expect([asked.slice(-3).sort(), settings.store.getState().problem]).toEqual([
      ['following', 'macros', 'reasons'],
      { kind: 'tooManyReasons' },
    ]);
  });

  it('say at which field something is wrong', async () => {
    failure = refusal(400, 'invalid_request', [{ field: 'title', detail: 'too long' }]);
    expect(await settings.addReason({ title: 'x', ground: 'rules' })).toEqual({ kind: 'field', field: 'title', detail: 'too long' });
    expect(numbers()).toHaveLength(3);
  });
});

describe('the texts that an editor sets', () => {
  it('are in the order of their names at once, and by the answer of the service', async () => {
    const adding = settings.addMacro({ name: 'again', text: 'Read them.' });
    expect([names(), told()]).toEqual([['again', 'Later'], 'macroAdded']);
    expect(await adding).toBeNull();
    expect([names(), changes]).toEqual([['again', 'Later'], 1]);
  });

  it('have each a name of its own', async () => {
    failure = refusal(409, 'macro_name_taken');
    expect(await settings.addMacro({ name: 'Later', text: 'No.' })).toEqual({ kind: 'nameTaken' });
    expect(names()).toEqual(['Later']);
  });

  it('can be put back when one was deleted', async () => {
    await settings.deleteMacro(macros[0] as MacroView);
    expect([names(), told(), settings.store.getState().deleted?.name]).toEqual([[], 'macroDeleted', 'Later']);
    await settings.putBack();
    expect([asked.at(-1), settings.store.getState().deleted, told()]).toEqual([{ name: 'Later', text: 'Wait.' }, null, 'macroBack']);
  });

  it('are there again when deleting one is refused', async () => {
    failure = new NoAnswer();
    await settings.deleteMacro(macros[0] as MacroView);
    const { problem, deleted } = settings.store.getState();
    expect([names(), problem, deleted]).toEqual([['Later'], { kind: 'noAnswer' }, null]);
  });

  it('are changed in place', async () => {
    const changing = settings.changeMacro(macros[0] as MacroView, { name: 'Sooner', text: 'Now.' });
    expect(names()).toEqual(['Sooner']);
    await changing;
    expect(asked).toEqual([['one', { name: 'Sooner', text: 'Now.' }]]);
  });
});

describe('what an editor sets of following', () => {
  const isPublic = () => settings.following.store.getState().items[0]?.areListsPublic;

  it('is as the service says, and changed at once', async () => {
    expect(isPublic()).toBe(false);
    const changing = settings.showLists(true);
    expect([isPublic(), told()]).toEqual([true, 'listsPublic']);
    await changing;
    expect([isPublic(), asked]).toEqual([true, [{ areListsPublic: true }]]);
    await settings.showLists(false);
    expect([isPublic(), told()]).toEqual([false, 'listsPrivate']);
  });

  it('is as it was when a change is refused, which is said', async () => {
    failure = new NoAnswer();
    await settings.showLists(true);
    expect([isPublic(), told(), settings.store.getState().problem]).toEqual([false, undefined, { kind: 'noAnswer' }]);
  });
});
