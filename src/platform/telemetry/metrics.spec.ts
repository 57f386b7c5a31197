import { Metrics } from './metrics';

describe('a gauge', () => {
  let metrics: Metrics;
  beforeEach(() => {
    metrics = new Metrics();
    metrics.gauge('well', 'Can be read.', () => ({ open: 3 }));
  });
  afterEach(() => jest.useRealTimers());

  it('shows one series for each state, or one number', async () => {
    metrics.gauge('plain', 'A number.', () => 1);
    const text = await metrics.text();
    expect(text).toContain('parley_well{state="open"} 3');
    expect(text).toContain('parley_plain 1');
  });

  it('that cannot be read is left out, and back when it can', async () => {
    let isAway = false;
    metrics.gauge('ill', 'Fails.', async () => {
      if (isAway) throw new Error('away');
      return { open: 5 };
    });
    expect(await metrics.text()).toContain('parley_ill{state="open"} 5');
    isAway = true;
    const text = await metrics.text();
    expect(text).toContain('parley_well{state="open"} 3');
    expect(text).not.toContain('parley_ill{');
  });

  it('that does not come in time is left out', async () => {
    jest.useFakeTimers();
    metrics.gauge('slow', 'Never comes.', () => new Promise(() => undefined));
    const reading = metrics.text();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await reading).toContain('parley_well{state="open"} 3');
  });
});
