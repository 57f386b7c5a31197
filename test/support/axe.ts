import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** All that axe finds in a framed document, but for the heading of the page: that is the article's, around the frame. */
export async function axeViolations(page: Page): Promise<string[]> {
  // The document lets the ground of the article page through; alone in a tab, that is what the browser paints, which axe does not know.
  await page.addStyleTag({ content: 'html { background: Canvas }' });
  return runAxe(page, { rules: { 'page-has-heading-one': { enabled: false } } });
}

/** All that axe finds in a page that is whole by itself. */
export function axeViolationsOfPage(page: Page): Promise<string[]> {
  return runAxe(page, {});
}

async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
