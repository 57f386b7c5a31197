import type { Overview, OverviewDays } from '../../../contract/overview';
import { NoAnswer } from '../../api/console-api';
import { endless } from '../../queue/held.builder';
import { Lately } from './lately';

const anOverview = (days: OverviewDays): Overview => ({ days, hours: [], waits: [], rules: [], appeals: [], decisions: 0 });

describe('how a site went lately', () => {
  it('is told of the days that were chosen last, whichever answer comes last', async () => {
    const answers = new Map<OverviewDays, (overview: Overview) => void>();
    const lately = new Lately({ read: (days) => new Promise((resolve) => answers.set(days, resolve)) }, endless);
    const both = [lately.choose(30), lately.choose(7)];
    answers.get(7)?.(anOverview(7));
    answers.get(30)?.(anOverview(30));
    await Promise.all(both);
    expect(lately.store.getState()).toMatchObject({ phase: 'ready', overview: { days: 7 } });
  });

  it('stays on screen when the service does not answer, if it was there', async () => {
    let isThere = false;
    const read = async (days: OverviewDays) => {
      if (!isThere) throw new NoAnswer();
      return anOverview(days);
    };
    const lately = new Lately({ read }, endless);
    await lately.load();
    expect(lately.store.getState()).toMatchObject({ phase: 'failed', problem: { kind: 'noAnswer' } });
    isThere = true;
    await lately.load();
    isThere = false;
    await lately.load();
    expect(lately.store.getState()).toMatchObject({ phase: 'ready', problem: { kind: 'noAnswer' }, overview: { days: 7 } });
  });
});
