import type { ScorerAnswer, ScorerView, SetScorerRequest } from '../../../contract/scorer';
import { NoAnswer } from '../../api/console-api';
import { Rules } from './rules';
import { aView } from './rules.builder';
import type { RulesApi } from './rules-api';
import { ScorerForm } from './scorer-form';

const there: ScorerView = {
  isOn: true,
  url: 'https://scorer.example/',
  holdFrom: 0.8,
  timeLimitMilliseconds: 500,
  whenUnreachable: 'hold',
  hasSecret: true,
};
let asked: SetScorerRequest[];
let refused: Error | undefined;
let form: ScorerForm;

beforeEach(async () => {
  asked = [];
  refused = undefined;
  const api = {
    rules: async () => aView,
    scorer: async (): Promise<ScorerAnswer> => ({ scorer: there }),
    setScorer: async (request: SetScorerRequest): Promise<ScorerAnswer> => {
      if (refused !== undefined) throw refused;
      asked.push(request);
      return { scorer: { ...there, ...request, hasSecret: true } };
    },
  } as unknown as RulesApi;
  form = new ScorerForm(new Rules(api, { keepGoing: (work) => work() }));
  await form.load();
});

describe('what is typed of an outside service', () => {
  it('is sent with what stays as it is, and the secret only where one was typed', async () => {
    form.type({ holdFrom: '0.5' });
    await form.save();
    form.type({ secret: 'hush' });
    await form.save();
    const kept = { isOn: true, url: 'https://scorer.example/', holdFrom: 0.5, timeLimitMilliseconds: 500, whenUnreachable: 'hold' };
    expect(asked).toEqual([kept, { ...kept, secret: 'hush' }]);
    expect(form.store.getState()).toMatchObject({ typed: {}, trouble: null });
  });

  it('is still there when it was not saved', async () => {
    refused = new NoAnswer('none');
    form.type({ url: 'https://other.example/', secret: 'hush' });
    await form.save();
    expect(form.store.getState()).toMatchObject({
      typed: { url: 'https://other.example/', secret: 'hush' },
      trouble: { kind: 'noAnswer' },
    });
  });
});
