import { readFrameMessage } from './frame-message';

describe('a message to the article page', () => {
  it.each([
    { parley: 'ready' },
    { parley: 'whole' },
    { parley: 'height', height: 812.5 },
    { parley: 'scroll', top: 0 },
    { parley: 'session', loggedIn: true },
    { parley: 'count', count: 47 },
  ])('is read: %j', (message) => {
    expect(readFrameMessage({ ...message, more: 'than is known' })).toEqual(message);
  });

  it.each([
    undefined,
    null,
    'ready',
    7,
    {},
    { parley: 'open' },
    { parley: 'constructor' },
    { parley: 'height' },
    { parley: 'height', height: '100px;position:fixed' },
    { parley: 'height', height: -1 },
    { parley: 'height', height: Number.NaN },
    { parley: 'height', height: Number.POSITIVE_INFINITY },
    { parley: 'height', height: 1_000_001 },
    { parley: 'scroll', top: [10] },
    { parley: 'session', loggedIn: 'anna' },
    { parley: 'count', count: 1e12 },
  ])('is ignored: %j', (message) => {
    expect(readFrameMessage(message)).toBeUndefined();
  });
});
