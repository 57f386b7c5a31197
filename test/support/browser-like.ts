import { randomUUID } from 'node:crypto';

export interface Answer<Body = any> {
  status: number;
  headers: Headers;
  body: Body;
  /** Every Set-Cookie of the answer, as sent. */
  cookies: string[];
}

/** Sends what a page of the service itself would send, and keeps cookies as a browser does. */
export class BrowserLike {
  private readonly jar = new Map<string, string>();
  readonly email = `${randomUUID()}@example.org`;

  constructor(readonly url: string) {}

  get<Body = any>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, { headers });
  }

  post<Body = any>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('POST', path, { body, headers });
  }

  async send<Body = any>(
    method: string,
    path: string,
    given: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { 'sec-fetch-site': 'same-origin' }),
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === '' ? {} : { cookie }),
        ...given.headers,
      },
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
    });
    const cookies = answer.headers.getSetCookie();
    for (const line of cookies) this.keep(line);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, cookies, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  give(name: string, value: string): void {
    this.jar.set(name, value);
  }

  /** Joins under a fresh name, and is logged in. */
  async join(name = `Reader ${this.email.slice(0, 8).replace(/\d/g, (digit) => 'ghkpqstuwy'.charAt(Number(digit)))}`): Promise<this> {
    const answer = await this.post('/api/v1/readers', { email: this.email, password: 'correct horse battery', name });
    if (answer.status !== 204) throw new Error(`could not join: ${JSON.stringify(answer.body)}`);
    return this;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const split = pair.indexOf('=');
    const [name, value] = [pair.slice(0, split), pair.slice(split + 1)];
    if (/max-age=0/i.test(line)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
