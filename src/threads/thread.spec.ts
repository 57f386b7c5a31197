import { effectiveMode } from './thread';

const noon = new Date('2026-11-24T12:00:00Z');
const earlier = new Date('2026-11-24T11:59:59Z');
const later = new Date('2026-11-24T12:00:01Z');

describe('the mode of a thread', () => {
  it.each([
    ['open', null, 'open'],
    ['open', later, 'open'],
    ['open', noon, 'read_only'],
    ['open', earlier, 'read_only'],
    ['premoderated', earlier, 'read_only'],
    ['read_only', earlier, 'read_only'],
    ['closed', earlier, 'closed'],
    ['closed', later, 'closed'],
  ] as const)('%s with closing time %s is %s at noon', (mode, closesAt, expected) => {
    expect(effectiveMode({ mode, closesAt }, noon)).toBe(expected);
  });
});
