import type { OwnSanction, SanctionKind } from '../../contract/sanctions';
import { NoAnswer, Refusal } from '../api/parley-api';
import type { SessionState } from '../session/session';
import { Store } from '../store/store';
import { isBarred, Standing } from './standing';

const now = Date.UTC(2030, 0, 1);
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

function aSanction(kind: SanctionKind, endsAt: string | null = null): OwnSanction {
  return { kind, endsAt, statement: { id: `of-${kind}` } as OwnSanction['statement'] };
}

const refused = (code: string) => new Refusal(403, { code, detail: '' }, null);

/** Of a reader whom the service says to be limited by these, one answer after the other. */
function aStanding(first: OwnSanction | null, ...answers: (OwnSanction | null | 'none')[]) {
  const state = new Store<SessionState>({
    reader: null,
    reactions: {},
    unpublished: [],
    sanction: null,
    mayPostAt: 0,
    reported: [],
    following: null,
    shown: new Set(),
  });
  const refresh = jest.fn(async () => {
    const answer = answers.shift() ?? null;
    if (answer !== 'none') state.patch({ sanction: answer });
  });
  const timers: { run(): void; milliseconds: number }[] = [];
  const acknowledge = jest.fn(async (_: string): Promise<void> => undefined);
  const standing = new Standing({
    state,
    session: { refresh, forgetSanction: (over) => state.get().sanction === over && state.patch({ sanction: null }) },
    acknowledge,
    later: (run, milliseconds) => timers.push({ run, milliseconds }),
  });
  state.patch({ sanction: first });
  return { standing, state, refresh, timers, acknowledge };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

const clock = jest.spyOn(Date, 'now');
beforeEach(() => clock.mockReturnValue(now));
afterAll(() => clock.mockRestore());

describe('what limits a reader', () => {
  it.each<[SanctionKind, boolean]>([
    ['warn', true],
    ['hold', false],
    ['suspend', true],
    ['ban', true],
  ])('takes the place of the composer when it is a %s: %s', (kind, isSo) => {
    expect(isBarred({ sanction: aSanction(kind) })).toBe(isSo);
  });

  it.each(['reader_banned', 'reader_suspended', 'warning_unread'])('is asked for when something is refused as %s', (code) => {
    const { standing, refresh } = aStanding(null);
    standing.noteRefused(refused('too_deep'));
    expect(refresh).not.toHaveBeenCalled();
    standing.noteRefused(refused(code));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('ends while the page is open, when its time is over', async () => {
    const { state, refresh, timers } = aStanding(aSanction('suspend', inSeconds(60)), null);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([60_000]);
    clock.mockReturnValue(now + 60_000);
    timers[0]?.run();
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(state.get().sanction).toBeNull();
    expect(timers).toHaveLength(1);
  });

  it('is asked for again in a while when there is no answer, or the clock here is ahead', async () => {
    const suspension = aSanction('suspend', inSeconds(-1));
    const { refresh, timers } = aStanding(suspension, 'none', { ...suspension }, null);
    for (const turn of [0, 1, 2]) {
      timers[turn]?.run();
      await settle();
    }
    expect(refresh).toHaveBeenCalledTimes(3);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([15_000, 15_000, 15_000]);
  });

  it('is waited for in steps that a timer can take', () => {
    const { timers } = aStanding(aSanction('suspend', inSeconds(400 * 24 * 60 * 60)));
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([24 * 60 * 60_000]);
  });
});

describe('a warning', () => {
  it('that is acknowledged is over, and what it stopped is done, once', async () => {
    const { standing, state, acknowledge } = aStanding(aSanction('warn'), aSanction('warn'), aSanction('warn'), null);
    const again = jest.fn();
    standing.noteRefused(refused('warning_unread'), 'new', again);
    standing.noteRefused(refused('reader_banned'), 'reply-c', again);
    await settle();
    await standing.acknowledge();
    await standing.acknowledge();
    expect(acknowledge.mock.calls).toEqual([['of-warn']]);
    expect(again).toHaveBeenCalledTimes(1);
    expect(state.get().sanction).toBeNull();
  });

  it('is over here too where nothing more is heard of it', async () => {
    const { standing, state } = aStanding(aSanction('warn'), 'none');
    await standing.acknowledge();
    expect(state.get().sanction).toBeNull();
  });

  it('sends nothing where the next limit takes nothing either', async () => {
    const { standing, state } = aStanding(aSanction('warn'), aSanction('warn'), aSanction('suspend'));
    const again = jest.fn();
    standing.noteRefused(refused('warning_unread'), 'new', again);
    await standing.acknowledge();
    expect(again).not.toHaveBeenCalled();
    expect(state.get().sanction?.kind).toBe('suspend');
  });

  it('stays when the service does not hear of it', async () => {
    const { standing, state, acknowledge } = aStanding(aSanction('warn'));
    acknowledge.mockRejectedValueOnce(new NoAnswer('offline'));
    await expect(standing.acknowledge()).rejects.toThrow(NoAnswer);
    expect(state.get().sanction?.kind).toBe('warn');
  });
});
