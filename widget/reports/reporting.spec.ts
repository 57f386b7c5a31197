import { NoAnswer, Refusal } from '../api/parley-api';
import { Drafts } from '../drafts/drafts';
import { SafeStorage } from '../drafts/safe-storage';
import { aStorage } from '../drafts/storage.builder';
import { noticeOn, Reporting, reportOn } from './reporting';

const aRefusal = (status: number, code: string) => new Refusal(status, { code, detail: '' }, null);

function aReporting({ isVisitor = false } = {}) {
  const api = {
    report: jest.fn(async () => ({}) as never),
    reportReasons: jest.fn(async () => [{ id: 'i', key: 'insult' as const, title: null }]),
    sendNotice: jest.fn(async () => ({ reference: 'N-7KQ3-M2XD', receivedAt: '' })),
    notice: jest.fn(async () => ({ status: 'open' as const, receivedAt: '', settledAt: null })),
  };
  const [lasting, tab] = [aStorage(), aStorage()];
  const drafts = new Drafts(new SafeStorage(() => lasting), 'thread');
  const passing = new Drafts(new SafeStorage(() => tab), 'thread');
  const noteReported = jest.fn();
  const asked: [string, () => void][] = [];
  const ask = (place: string, then: () => void) => void asked.push([place, then]);
  const reader = isVisitor ? null : ({ id: 'r' } as never);
  const reporting = new Reporting({ api, session: { reader, noteReported }, drafts, passing, askToJoin: ask, logInAgain: ask });
  return { reporting, api, drafts, passing, noteReported, asked, tab };
}

describe('a report', () => {
  it('that was taken is known of at once, and its text is no draft any more', async () => {
    const { reporting, drafts, noteReported } = aReporting();
    drafts.put(reportOn('c'), 'He means me.');
    await reporting.report('c', { reasonId: 'i' }, jest.fn());
    expect(noteReported).toHaveBeenCalledWith('c');
    expect(drafts.read(reportOn('c'))).toBe('');
  });

  it('of a visitor is sent by nobody: they are asked to join', async () => {
    const { reporting, api, asked } = aReporting({ isVisitor: true });
    const again = jest.fn();
    await reporting.report('c', { reasonId: 'i' }, again);
    expect(api.report).not.toHaveBeenCalled();
    expect(asked).toEqual([['react-c', again]]);
  });

  it('whose session is over stays a draft, and is sent after logging in', async () => {
    const { reporting, api, drafts, asked, noteReported } = aReporting();
    drafts.put(reportOn('c'), 'He means me.');
    api.report.mockRejectedValueOnce(aRefusal(401, 'not_logged_in'));
    await expect(reporting.report('c', { reasonId: 'i' }, jest.fn())).rejects.toThrow(Refusal);
    expect([asked.length, drafts.read(reportOn('c')), noteReported.mock.calls.length]).toEqual([1, 'He means me.', 0]);
  });

  it('asks for the reasons once, and once more after a failure', async () => {
    const { reporting, api } = aReporting();
    api.reportReasons.mockRejectedValueOnce(new NoAnswer('offline'));
    await expect(reporting.reasons()).rejects.toThrow(NoAnswer);
    await reporting.reasons();
    await reporting.reasons();
    expect(api.reportReasons).toHaveBeenCalledTimes(2);
  });
});

describe('what stands in the form of a notice', () => {
  const request = { explanation: 'It tells where I live.', isGoodFaith: true } as const;

  it('is there again for the same comment, and for no other', () => {
    const { reporting } = aReporting();
    reporting.keepAnswer('c', 'email', 'nora@example.org');
    expect(['c', 'd'].map((id) => reporting.answer(id, 'email'))).toEqual(['nora@example.org', '']);
  });

  it('goes with the reader, and is hidden from the next one at this screen', () => {
    const { reporting, passing } = aReporting();
    reporting.keepAnswer('c', 'name', 'Nora');
    passing.belongTo('nora');
    expect(reporting.answer('c', 'name')).toBe('Nora');
    passing.belongTo(null);
    expect(reporting.answer('c', 'name')).toBe('');
  });

  it('is gone once it was sent, and only then', async () => {
    const { reporting, api, drafts, tab } = aReporting();
    drafts.put(noticeOn('c'), 'It tells where I live.');
    for (const field of ['name', 'email']) reporting.keepAnswer('c', field, 'Nora');
    reporting.keepAnswer('d', 'name', 'Nora');
    api.sendNotice.mockRejectedValueOnce(new NoAnswer('offline'));
    await expect(reporting.sendNotice('c', request)).rejects.toThrow(NoAnswer);
    expect([reporting.answer('c', 'name'), drafts.read(noticeOn('c'))]).toEqual(['Nora', 'It tells where I live.']);
    await reporting.sendNotice('c', request);
    expect(drafts.read(noticeOn('c'))).toBe('');
    expect(tab.length).toBe(1);
    expect(reporting.answer('d', 'name')).toBe('Nora');
  });
});
