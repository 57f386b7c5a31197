import type { BrowserContext, Frame, Page, Response } from 'playwright-core';
import { conversationFrame, openTab } from '../support/chromium';
import { demoInBrowser } from '../support/demo-in-browser';
import { until } from '../support/live-reader';

const secretWords = 'A thought that nobody has published yet.';
const email = 'careful.reader@example.org';

/** The article page is hostile: a script of an advertiser, say, that does all it can. */
describe('on a hostile article page', () => {
  const { demo, browser } = demoInBrowser();
  let context: BrowserContext;
  let page: Page;
  let frame: Frame;
  const answers: Response[] = [];

  beforeAll(async () => {
    context = await browser.newContext();
    page = await openTab(context);
    page.on('response', (answer) => answers.push(answer));
    await page.addInitScript(spy);
    await page.goto(demo.articleUrl);
    frame = await conversationFrame(page);
  }, 90_000);

  async function cookiesSet(): Promise<string[]> {
    const headers = (await Promise.all(answers.map((answer) => answer.headersArray()))).flat();
    return headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').map(({ value }) => value);
  }

  it('sets no cookie before the reader acts, and one that only this publication gets afterwards', async () => {
    expect(await cookiesSet()).toEqual([]);
    expect(await join(frame)).toBe(204);
    const setCookies = await cookiesSet();
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^__Host-parley=[\w-]{43};/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=None', 'Partitioned', 'Path=/']) expect(setCookies[0]).toContain(attribute);
  });

  it('runs where cookies of other sites are blocked, and is logged in all the same', async () => {
    const seen = await frame.evaluate(async () => {
      // biome-ignore lint/suspicious/noDocumentCookie: what scripts have always been able to try
      document.cookie = 'unpartitioned=1; SameSite=None; Secure; Path=/';
      return { cookies: document.cookie, me: await (await fetch('/api/v1/me')).json() };
    });
    expect(seen.cookies).toBe('');
    expect(seen.me.reader.email).toBe(email);
  });

  it('gives no token, no e-mail and no unpublished text to a script that walks all it can reach', async () => {
    await frame.getByRole('textbox').first().fill(secretWords);
    // A draft is stored as it is typed: from then on it could be found.
    await until('the draft is kept', () => frame.evaluate((words) => Object.values(localStorage).includes(words), secretWords));
    const token = (await context.cookies(demo.serviceUrl)).find(({ name }) => name === '__Host-parley')?.value;
    expect(token).toMatch(/^[\w-]{43}$/);
    // What is within reach is found, however deep.
    await page.evaluate(() => Object.assign(globalThis, { kept: { by: { somebody: ['a-token-within-reach'] } } }));
    const loot = await page.evaluate(walk);
    for (const found of ['data-parley-thread', 'a-token-within-reach']) expect(loot).toContain(found);
    for (const secret of [token, email, 'careful.reader', secretWords]) expect(loot).not.toContain(secret);
  });

  it('does not let it post as the reader', async () => {
    const { id } = await (await fetch(`${demo.serviceUrl}/api/v1/sites/demo/threads/night-train`)).json();
    const url = `${demo.serviceUrl}/api/v1/threads/${id}/comments`;
    const outcome = await page.evaluate(postAsTheReader, { url, serviceUrl: demo.serviceUrl });
    expect(outcome.filter((line) => /20\d|open/.test(line))).toEqual([]);
    expect(outcome).toContain('socket refused');
    const { comments } = await (await fetch(`${url}?order=newest`)).json();
    expect(JSON.stringify(comments)).not.toContain('I was made to say this');
    // The very same from the service's own page is accepted: nothing but where it comes from is wrong with it.
    expect(await frame.evaluate(postAsTheReader, { url, serviceUrl: demo.serviceUrl })).toContain('cors 201');
  });
});

/** Posts in every way that a script knows of. What became of each. */
async function postAsTheReader({ url, serviceUrl }: { url: string; serviceUrl: string }): Promise<string[]> {
  const attempts: string[] = [];
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    for (const mode of ['cors', 'no-cors'] as const) {
      const body = JSON.stringify({ clientId: crypto.randomUUID(), text: 'I was made to say this.' });
      const headers = mode === 'cors' ? { 'content-type': type } : undefined;
      const answer = await fetch(url, { method: 'POST', credentials: 'include', mode, headers, body }).catch(() => undefined);
      attempts.push(`${mode} ${answer?.status ?? 'refused'}`);
    }
  }
  const inner = document.querySelector('iframe');
  for (const message of [{ parley: 'post', text: 'x' }, { parley: 'login' }, { parley: 'look', look: { accent: 'red;}' } }, 'x', null]) {
    inner?.contentWindow?.postMessage(message, '*');
  }
  const socket = new WebSocket(`${serviceUrl.replace('http', 'ws')}/live/?EIO=4&transport=websocket`);
  attempts.push(
    await new Promise((resolve) => {
      socket.onopen = () => resolve('socket open');
      socket.onerror = () => resolve('socket refused');
    }),
  );
  return attempts;
}

async function join(frame: Frame): Promise<number> {
  return frame.evaluate(async (address) => {
    const body = JSON.stringify({ email: address, password: 'correct horse battery', name: 'Careful Reader' });
    return (await fetch('/api/v1/readers', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
  }, email);
}

/** Before any other script of the page: patches what scripts talk through, and keeps what it sees. */
function spy(): void {
  const seen: string[] = [];
  const target = globalThis as unknown as Record<string, unknown> & { seen: string[] };
  target.seen = seen;
  if (window.top !== window) return;
  const original = window.fetch;
  window.fetch = (...given) => {
    seen.push(JSON.stringify(given));
    return original(...given);
  };
  const post = window.postMessage;
  window.postMessage = (...given: unknown[]) => {
    seen.push(JSON.stringify(given));
    return post.apply(window, given as never);
  };
  const NativeSocket = window.WebSocket;
  target.WebSocket = class extends NativeSocket {
    constructor(url: string) {
      super(url);
      seen.push(url);
    }
  };
  window.addEventListener('message', (event) => seen.push(JSON.stringify(event.data)), true);
}

/** Everything a script of the page can read: the document, storage, cookies, every reachable object of frames and of the loader. */
function walk(): string {
  const found: string[] = [document.documentElement.outerHTML, document.cookie, ...(globalThis as unknown as { seen: string[] }).seen];
  const visited = new Set<unknown>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 5 || visited.has(value) || visited.size > 20_000) return;
    if (typeof value === 'string') found.push(value);
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    visited.add(value);
    for (const name of Object.getOwnPropertyNames(value)) {
      try {
        visit((value as Record<string, unknown>)[name], depth + 1);
      } catch {}
    }
  };
  visit(window, 0);
  for (const storage of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...storage }));
  for (const iframe of document.querySelectorAll('iframe')) {
    try {
      visit(iframe.contentWindow, 0);
      visit(iframe.contentDocument, 0);
      found.push(iframe.contentDocument?.documentElement.outerHTML ?? '');
    } catch {}
  }
  found.push(...performance.getEntries().map(({ name }) => name));
  return found.join('\n');
}
