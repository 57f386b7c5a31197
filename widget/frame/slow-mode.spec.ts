import { catalogue } from '../catalogues/en';
import { Wording } from '../catalogues/wording';
import { conversationFromPage } from '../conversation/conversation';
import { aPage } from '../conversation/conversation.builder';
import { Store } from '../store/store';
import type { FrameModel } from './frame-model';
import { slowModeText, waitSeconds } from './slow-mode';

const wording = new Wording('en', catalogue);
const now = Date.UTC(2030, 0, 1);

function aModel(slowSeconds: number | undefined, mayPostAt: number | null): Pick<FrameModel, 'screen' | 'session'> {
  const page = aPage([]);
  const whole = conversationFromPage({ ...page, thread: { ...page.thread, slowSeconds } }, 'newest');
  return {
    screen: new Store({ whole, part: null, loading: new Set<string>(), failed: new Set<string>() }),
    session: new Store({
      reader: undefined,
      reactions: {},
      unpublished: [],
      sanction: null,
      reported: [],
      following: null,
      shown: new Set<string>(),
      mayPostAt,
    }),
  };
}

describe('in slow mode a reader waits', () => {
  it.each<[string, number | undefined, number | null, number]>([
    ['until the time is over, in whole seconds', 60, now + 39_001, 40],
    ['to its last millisecond', 60, now + 1, 1],
    ['no longer', 60, now, 0],
    ['not at all who wrote nothing', 60, 0, 0],
    ['not where there is none', undefined, now + 39_001, 0],
    ['not who works for the site', 60, null, 0],
  ])('%s', (_, slowSeconds, mayPostAt, seconds) => {
    expect(waitSeconds(aModel(slowSeconds, mayPostAt), now)).toBe(seconds);
  });

  it.each([
    [1, 'You can post again in 1 second.'],
    [90, 'You can post again in 90 seconds.'],
    [91, 'You can post again in 2 minutes.'],
    [3_600, 'You can post again in 60 minutes.'],
  ])('and reads so, at %i', (seconds, text) => {
    expect(slowModeText(seconds, wording)).toBe(text);
  });
});
