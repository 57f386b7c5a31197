import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { Demo } from './demo';

const startsWithinMilliseconds = 90_000;

/** Opens pages, from the first test on. */
export type TestBrowser = Pick<Browser, 'newContext' | 'newPage'>;

/** The demo and a browser, started before the tests around this call and ended after them. */
export function demoInBrowser(): { demo: Demo; browser: TestBrowser } {
  const demo = new Demo();
  let launched: Browser | undefined;
  const browser = (): Browser => {
    if (launched === undefined) throw new Error('The browser is there when the tests begin.');
    return launched;
  };
  beforeAll(async () => {
    [launched] = await Promise.all([launchChromium(), demo.start()]);
  }, startsWithinMilliseconds);
  afterAll(async () => {
    await launched?.close();
    await demo.stop();
  });
  return {
    demo,
    browser: {
      newContext: (options) => browser().newContext(options),
      newPage: (options) => browser().newPage(options),
    },
  };
}
