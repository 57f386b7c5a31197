import type { DecisionFilter, DecisionRecord, DecisionRecordsPage } from '../../../contract/decision-records';
import { NoAnswer } from '../../api/console-api';
import { endless } from '../../queue/held.builder';
import { DecisionList, filterOf } from './decision-list';

const ada = { id: 'ada', name: 'Ada' };

function aRecord(id: string, by = ada): DecisionRecord {
  const comment = { id: 'c', excerpt: 'A thought.', author: { id: 'r', name: 'Reader' }, articleTitle: 'A story', articleUrl: '' };
  return {
    id,
    comment,
    revision: 1,
    from: 'held',
    to: 'published',
    reason: null,
    message: null,
    decidedBy: by,
    decidedAt: '2026-11-01T10:00:00Z',
  };
}

/** A service with two pages, and what it was asked for. */
function aService() {
  const asked: [DecisionFilter, string | null][] = [];
  const grace = { id: 'grace', name: 'Grace' };
  const service = {
    asked,
    page: async (filter: DecisionFilter, cursor: string | null): Promise<DecisionRecordsPage> => {
      asked.push([filter, cursor]);
      return cursor === null
        ? {
            decisions: [aRecord('1'), aRecord('2', grace)].filter(({ decidedBy }) => decidedBy.id === (filter.by ?? decidedBy.id)),
            nextCursor: 'more',
          }
        : { decisions: [aRecord('3')], nextCursor: null };
    },
  };
  return service;
}

async function aList(service: Pick<ReturnType<typeof aService>, 'page'> = aService()) {
  const list = new DecisionList(service, endless, ada);
  await list.load();
  return { list, state: () => list.store.getState(), ids: () => list.store.getState().decisions.map(({ id }) => id) };
}

describe('the list of decisions', () => {
  it('goes on with what is older, to the end', async () => {
    const { list, ids, state } = await aList();
    await list.showMore();
    await list.showMore();
    expect([ids(), state().nextCursor]).toEqual([['1', '2', '3'], null]);
  });

  it('begins anew with what is chosen, and keeps on offering everybody it knows', async () => {
    const service = aService();
    const { list, ids, state } = await aList(service);
    await list.showMore();
    await list.choose({ by: 'grace' });
    await list.choose({ to: 'rejected' });
    expect(service.asked.at(-1)).toEqual([{ by: 'grace', to: 'rejected' }, null]);
    expect([ids(), state().deciders.map(({ name }) => name)]).toEqual([['2'], ['Ada', 'Grace']]);
  });

  it('shows what was chosen last, whichever answer comes last', async () => {
    const answers: ((page: DecisionRecordsPage) => void)[] = [];
    const { list, ids } = await aList();
    Object.assign(list, { api: { page: () => new Promise((resolve) => answers.push(resolve)) } });
    const both = [list.choose({ to: 'held' }), list.choose({ to: 'removed' })];
    answers[1]?.({ decisions: [aRecord('last')], nextCursor: null });
    answers[0]?.({ decisions: [aRecord('first')], nextCursor: null });
    await Promise.all(both);
    expect(ids()).toEqual(['last']);
  });

  it('keeps what it shows when the service does not answer, and says so', async () => {
    const service = aService();
    const { list, ids, state } = await aList(service);
    service.page = () => Promise.reject(new NoAnswer());
    await list.choose({ to: 'held' });
    expect([ids(), state().phase, state().problem]).toEqual([['1', '2'], 'ready', { kind: 'noAnswer' }]);
    const failed = await aList(service);
    expect(failed.state().phase).toBe('failed');
  });

  it('counts days from their beginning to their end, where somebody is', () => {
    const { from = '', until = '' } = filterOf({ by: '', to: '', firstDay: '2026-11-01', lastDay: '2026-11-01' });
    expect(new Date(from).getHours()).toBe(0);
    expect(Date.parse(until) - Date.parse(from)).toBe(24 * 3_600_000);
    expect(filterOf({ by: '', to: '', firstDay: '', lastDay: '2026' })).toEqual({});
  });
});
