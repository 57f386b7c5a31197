import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Egress, EgressRefused } from './egress';
import { isPublicAddress, publicInternet, type Reach } from './reach';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let handle: Handler;
let url: string;
let port: number;
let asked: { path: string | undefined; authorization: string | undefined; body: string }[];

beforeAll((done) => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      asked.push({ path: request.url, authorization: request.headers.authorization, body });
      handle(request, response);
    });
  }).listen(0, '127.0.0.1', done);
});
beforeAll(() => {
  port = (server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${port}`;
});
afterAll((done) => {
  server.closeAllConnections();
  server.close(done);
});
beforeEach(() => {
  asked = [];
  handle = (_, response) => response.end('{"score":0.5}');
});

/** Where 127.0.0.1 alone is the public internet, and names are what a test says. */
function reach(given: Partial<Reach> = {}): Reach {
  const names: Record<string, string[]> = {
    'good.example': ['127.0.0.1'],
    'bad.example': ['10.0.0.1'],
    'both.example': ['127.0.0.1', '::1'],
  };
  return {
    protocols: ['http:'],
    mayReach: (address) => address === '127.0.0.1',
    resolve: (host, done) =>
      done(
        null,
        (names[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
    ...given,
  };
}

const ask = (address: string, through = new Egress(reach()), timeLimitMilliseconds = 2_000) =>
  through.post({ url: address, headers: { authorization: 'Bearer secret' }, body: '{"text":"a"}', timeLimitMilliseconds });

describe('a request to elsewhere', () => {
  it('goes to a name whose addresses are all public, and brings back what is answered', async () => {
    expect(await ask(`http://good.example:${port}/score`)).toEqual({ status: 200, text: '{"score":0.5}' });
    expect(asked).toEqual([{ path: '/score', authorization: 'Bearer secret', body: '{"text":"a"}' }]);
  });

  it.each([
    'http://bad.example',
    'http://both.example',
    'http://unknown.example',
    'http://10.0.0.1',
    'http://[::1]',
    'http://[::ffff:10.0.0.1]',
    'http://user:name@good.example',
    'https://good.example',
    'file:///etc/passwd',
  ])('does not go to %s', async (address) => {
    await expect(ask(address)).rejects.toBeInstanceOf(EgressRefused);
    expect(asked).toEqual([]);
  });

  it.each([
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://localhost',
    'https://[::ffff:7f00:1]',
    'http://example.org',
  ])('does not go to %s from where readers write', async (address) => {
    await expect(ask(address, new Egress(publicInternet))).rejects.toBeInstanceOf(EgressRefused);
  });

  it('looks a name up once, for the connection: it cannot be another address afterwards', async () => {
    let times = 0;
    const resolve: Reach['resolve'] = (_, done) => {
      times += 1;
      done(null, [{ address: times === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    const egress = new Egress(reach({ resolve }));
    expect((await ask(`http://rebinding.example:${port}`, egress)).status).toBe(200);
    expect(times).toBe(1);
    server.closeAllConnections();
    handle = (_, response) => response.writeHead(307, { location: `http://other.example:${port}/` }).end();
    await expect(ask(`http://rebinding.example:${port}`, new Egress(reach({ resolve })))).rejects.toBeInstanceOf(EgressRefused);
  });

  it('follows a redirect that keeps the question, without the secret where it is another place', async () => {
    handle = ({ url: path }, response) =>
      path === '/old' ? response.writeHead(308, { location: `http://good.example:${port}/new` }).end() : response.end('moved');
    expect(await ask(`${url}/old`)).toEqual({ status: 200, text: 'moved' });
    expect(asked.map(({ path, authorization, body }) => [path, authorization, body])).toEqual([
      ['/old', 'Bearer secret', '{"text":"a"}'],
      ['/new', undefined, '{"text":"a"}'],
    ]);
  });

  it.each(['http://bad.example/', 'http://10.0.0.1/', 'http://[fd00::1]/', 'https://good.example/', 'file:///etc/passwd'])(
    'does not follow a redirect to %s',
    async (location) => {
      handle = (_, response) => response.writeHead(307, { location }).end();
      await expect(ask(url)).rejects.toBeInstanceOf(EgressRefused);
    },
  );

  it('does not go round in circles, nor follow what turns it into another question', async () => {
    handle = (_, response) => response.writeHead(307, { location: url }).end();
    await expect(ask(url)).rejects.toBeInstanceOf(EgressRefused);
    expect(asked).toHaveLength(4);
    handle = (_, response) => response.writeHead(302, { location: url }).end('elsewhere');
    expect(await ask(url)).toEqual({ status: 302, text: 'elsewhere' });
  });

  it('ends when its time is over, also in the middle of an answer', async () => {
    handle = () => undefined;
    await expect(ask(url, new Egress(reach()), 50)).rejects.toMatchObject({ name: 'AbortError' });
    handle = (_, response) => response.writeHead(200).write('half');
    await expect(ask(url, new Egress(reach()), 50)).rejects.toThrow();
  });

  it('takes no answer without end', async () => {
    handle = (_, response) => response.end('x'.repeat(70_000));
    await expect(ask(url)).rejects.toBeInstanceOf(EgressRefused);
  });

  it('takes no private address for a public one', () => {
    expect(publicInternet.mayReach).toBe(isPublicAddress);
  });
});
