import type { ReasonView } from '../../contract/reasons';
import { NoAnswer } from '../api/console-api';
import { endless } from '../queue/held.builder';
import { aReason } from '../readers/readers.builder';
import { SiteReasons } from './site-reasons';

const macro = { id: 'macro', name: 'Rules', text: 'Read them.' };
let listed: ReasonView[] | Error;
let macros: (typeof macro)[] | Error;
let asked: string[];
let reasons: SiteReasons;

const answered = <Answer>(answer: Answer | Error) => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));

beforeEach(() => {
  listed = [aReason('insult'), aReason('hate', { isOn: false }), aReason('threat')];
  macros = [macro];
  asked = [];
  const api = {
    reasons: (siteKey: string) => {
      asked.push(siteKey);
      return answered(listed);
    },
    macros: () => answered(macros),
  };
  reasons = new SiteReasons(api, endless);
});

const known = () => reasons.store.getState().reasons.map(({ key }) => key);

describe('the reasons of a site', () => {
  it('are those that are on, by number in their order', async () => {
    await reasons.open('ada', 'demo');
    expect(reasons.store.getState()).toMatchObject({ phase: 'ready', macros: [macro] });
    expect(known()).toEqual(['insult', 'threat']);
    expect(['1', '2', '3', '0', 'a'].map((digit) => reasons.numbered(digit)?.key)).toEqual([
      'insult',
      'threat',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are asked for once for a person at a site', async () => {
    await reasons.open('ada', 'demo');
    await reasons.open('ada', 'demo');
    expect(asked).toEqual(['demo']);
    await reasons.open('ada', 'other');
    await reasons.open('grace', 'other');
    expect(asked).toEqual(['demo', 'other', 'other']);
  });

  it('are asked for anew when somebody is about to choose, and stay there meanwhile', async () => {
    await reasons.open('ada', 'demo');
    listed = [aReason('privacy')];
    const fresh = reasons.reload();
    expect([reasons.store.getState().phase, known()]).toEqual(['ready', ['insult', 'threat']]);
    await fresh;
    expect([known(), asked.length]).toEqual([['privacy'], 2]);
  });

  it('that could not be loaded say so, and are asked for when somebody is about to choose', async () => {
    listed = new NoAnswer();
    await reasons.open('ada', 'demo');
    expect(reasons.store.getState().phase).toBe('failed');
    listed = [aReason('insult')];
    await reasons.reload();
    expect([reasons.store.getState().phase, known()]).toEqual(['ready', ['insult']]);
    listed = new NoAnswer();
    await reasons.reload();
    expect([reasons.store.getState().phase, known()]).toEqual(['ready', ['insult']]);
  });

  it('are there without the texts of the site too', async () => {
    macros = new NoAnswer();
    await reasons.open('ada', 'demo');
    expect([reasons.store.getState().phase, reasons.store.getState().macros]).toEqual(['ready', []]);
  });

  it('of a site that was left are not taken for those of the next', async () => {
    let answer: (reasons: ReasonView[]) => void = () => undefined;
    const slow = new SiteReasons(
      {
        reasons: (siteKey) => (siteKey === 'demo' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve([aReason('threat')])),
        macros: async () => [],
      },
      endless,
    );
    const first = slow.open('ada', 'demo');
    await slow.open('ada', 'other');
    answer([aReason('insult')]);
    await first;
    expect(slow.numbered('1')?.key).toBe('threat');
  });
});
