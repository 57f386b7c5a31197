import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Demo } from './demo';
import type { TestBrowser } from './demo-in-browser';

/** Cookies and storage of a browser. */
export type Session = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

/** Of a reader who joined in the frame. */
export async function aSession(browser: TestBrowser, demo: Demo, name: string): Promise<Session> {
  const page = await browser.newPage();
  await page.goto(demo.frameUrl());
  const email = `${randomUUID()}@example.org`;
  await fromPage(page, '/api/v1/readers', { email, password: 'correct horse battery', name });
  const session = await page.context().storageState();
  await page.context().close();
  return session;
}

/** Posts something to the service as the page would. */
export function fromPage(page: Page, path: string, body: unknown): Promise<any> {
  return page.evaluate(
    async ([address, json]) => {
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: json });
      if (!answer.ok) throw new Error(`${address}: ${await answer.text()}`);
      return answer.status === 204 ? undefined : answer.json();
    },
    [path, JSON.stringify(body)] as const,
  );
}
