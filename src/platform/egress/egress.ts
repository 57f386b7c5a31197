import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { publicInternet, type Reach } from './reach';

export interface EgressRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** For all of it, redirects included. */
  timeLimitMilliseconds: number;
}

export interface EgressAnswer {
  status: number;
  text: string;
}

/** The address leads where nothing of ours may go. */
export class EgressRefused extends Error {}

const maxRedirects = 3;
const maxAnswerBytes = 65_536;
/** Those that keep method and body; the others turn a question into another. */
const followed: readonly number[] = [307, 308];
const kept = { keepAlive: true, maxSockets: 32, timeout: 10_000 };

/**
 * The only way to services elsewhere, whose addresses people type in. A name is looked up once, for the connection itself, so that it cannot be
 * another address when it is used than when it was looked at; every redirect is looked at in the same way.
 */
export class Egress {
  private readonly agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };

  constructor(private readonly reach: Reach = publicInternet) {}

  /** @throws EgressRefused, or what the network says */
  async post({ timeLimitMilliseconds, ...request }: EgressRequest): Promise<EgressAnswer> {
    const signal = AbortSignal.timeout(timeLimitMilliseconds);
    let { url, headers } = request;
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const answer = await this.send(new URL(url), { headers, body: request.body }, signal);
      const { location } = answer.headers;
      if (!followed.includes(answer.statusCode ?? 0) || location === undefined)
        return { status: answer.statusCode ?? 0, text: await textOf(answer) };
      answer.destroy();
      const next = new URL(location, url);
      // A secret is for the place it was given for.
      if (next.origin !== new URL(url).origin) headers = withoutSecrets(headers);
      url = next.href;
    }
    throw new EgressRefused('too many redirects');
  }

  private send(
    url: URL,
    { headers, body }: { headers: Record<string, string>; body: string },
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    this.assertMayBeAsked(url);
    const isSecure = url.protocol === 'https:';
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, lookup: this.lookup(), signal };
    return new Promise((resolve, reject) => {
      const sent = isSecure
        ? httpsRequest(url, { ...options, agent: this.agents.https }, resolve)
        : httpRequest(url, { ...options, agent: this.agents.http }, resolve);
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** An address that is one already is not looked up. @throws EgressRefused */
  private assertMayBeAsked(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!this.reach.protocols.includes(url.protocol)) throw new EgressRefused(`not by ${url.protocol}`);
    if (url.username !== '' || url.password !== '') throw new EgressRefused('no names in addresses');
    if (isIP(host) !== 0 && !this.reach.mayReach(host)) throw new EgressRefused('not a public address');
  }

  private lookup(): LookupFunction {
    return (host, options, done) =>
      this.reach.resolve(host, (error, addresses) => {
        const [first] = addresses ?? [];
        if (error !== null || first === undefined) return done(error ?? new EgressRefused('no address'), '', 0);
        // A name with one address inside is somebody's attempt, whatever its others are.
        if (!addresses.every(({ address }) => this.reach.mayReach(address))) return done(new EgressRefused('not a public address'), '', 0);
        if (options.all === true) done(null, addresses);
        else done(null, first.address, first.family);
      });
  }
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}

/** @throws EgressRefused when it is longer than any answer that is waited for */
async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxAnswerBytes) {
      answer.destroy();
      throw new EgressRefused('too long an answer');
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
