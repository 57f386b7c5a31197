import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';

const libraries = 'Chromium needs two libraries of the system: apt-get install -y libnss3 libexpat1';

export async function launchChromium(): Promise<Browser> {
  const executablePath = execFileSync(process.execPath, [resolve('test/support/chromium-path.mjs')], { encoding: 'utf8' });
  try {
    return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  } catch (error) {
    if (/shared libraries/.test(String(error))) throw new Error(libraries);
    throw error;
  }
}

/** A tab that treats cookies as browsers will: those of other sites only in a jar for each site they are embedded in. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCookieControls', {
    enableThirdPartyCookieRestriction: true,
    disableThirdPartyCookieMetadata: true,
    disableThirdPartyCookieHeuristics: true,
  } as never);
  await page.addInitScript(showWhole);
  await page.addInitScript(recordShifts);
  return page;
}

/** The conversation's frame, once it is there. */
export async function conversationFrame(page: Page): Promise<Frame> {
  await page.locator('[data-parley-thread]').scrollIntoViewIfNeeded();
  const element = await page.locator('[data-parley-thread] iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the conversation has no frame');
  await frame.waitForLoadState('load');
  return frame;
}

interface Recorded {
  shifts: string[];
}

interface LayoutShift {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

/** A document that is painted while it is parsed grows between two paints, wherever they fall: it is shown when it is all there. */
function showWhole(): void {
  if (document.readyState !== 'loading') return;
  const hidden = new CSSStyleSheet();
  hidden.replaceSync('html { visibility: hidden !important }');
  document.adoptedStyleSheets = [hidden];
  const show = (): void => {
    document.adoptedStyleSheets = [];
  };
  document.addEventListener('readystatechange', show, { once: true });
}

function recordShifts(): void {
  const recorded: Recorded = { shifts: [] };
  (globalThis as unknown as { recorded: Recorded }).recorded = recorded;
  const at = ({ x, y, width, height }: DOMRectReadOnly): string => `${x},${y} ${width}x${height}`;
  const describe = ({ node, previousRect, currentRect }: LayoutShift['sources'][number]): string =>
    `${node instanceof Element ? `${node.tagName}.${node.className}` : 'text'} from ${at(previousRect)} to ${at(currentRect)}`;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as unknown as LayoutShift[]) {
      if (!hadRecentInput) recorded.shifts.push(`${value} by ${sources.map(describe).join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What moved in this document without the reader's doing so far, as browsers count it. */
export function layoutShifts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => (globalThis as unknown as { recorded: Recorded }).recorded.shifts);
}
