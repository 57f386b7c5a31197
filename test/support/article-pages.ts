import type { Frame, Page } from 'playwright-core';
import type { Demo } from './demo';

/** An article page of the demo's publisher that is not in its newspaper, with whatever is in it. The address it is at. */
export async function anArticlePage(page: Page, demo: Demo, given: { head?: string; body?: string; path?: string }): Promise<string> {
  const address = `${demo.publisherUrl}/${given.path ?? 'made-up'}`;
  // What a test makes up comes from nowhere, as far as the browser knows; such a page has to ask for what is on this machine.
  await page.context().grantPermissions(['local-network-access']);
  const body = given.body ?? `<div data-parley-thread="night-train"></div>${loaderTag(demo)}`;
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>A page</title>${given.head ?? ''}</head><body>${body}</body></html>`,
    }),
  );
  return address;
}

export function loaderTag(demo: Demo): string {
  return `<script async src="${demo.serviceUrl}/embed.js"></script>`;
}

export interface Rendered {
  /** Of what is seen in a box: the contrast between its brightest and its darkest pixel, and its corner. */
  contrast: number;
  corner: number[];
}

/** What the reader's eyes get of the first element that a selector finds in the frame. */
export async function rendered(page: Page, frame: Frame, selector: string): Promise<Rendered> {
  const element = frame.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const clip = await element.boundingBox();
  if (clip === null) throw new Error(`${selector} is not seen`);
  const picture = (await page.screenshot({ clip })).toString('base64');
  const tab = await page.context().newPage();
  const seen = await tab.evaluate(readPicture, picture);
  await tab.close();
  return seen;
}

async function readPicture(base64: string): Promise<Rendered> {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  if (!context) throw new Error('there is no canvas');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const linear = (channel: number): number => (channel <= 10 ? channel / 3295 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  let [darkest, brightest] = [1, 0];
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    darkest = Math.min(darkest, luminance);
    brightest = Math.max(brightest, luminance);
  }
  return { contrast: (brightest + 0.05) / (darkest + 0.05), corner: [...data.subarray(0, 3)] };
}
