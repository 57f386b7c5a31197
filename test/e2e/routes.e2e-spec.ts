import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { rightKey } from '../../src/platform/access';
import { aPost, aThread } from '../builders/conversation';
import { BrowserLike } from '../support/browser-like';
import { startTestApp, type TestApp } from '../support/test-app';

interface Route {
  name: string;
  method: string;
  path: string;
  right: string | undefined;
}

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

/** Every handler of every controller, as Nest knows it. */
function allRoutes(): Route[] {
  const reflector = new Reflector();
  const discovery = new DiscoveryService(server.app.get(ModulesContainer));
  return discovery.getControllers().flatMap(({ metatype, instance }) => {
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype as object) ?? '');
    return new MetadataScanner().getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
      const handler = instance[name];
      const method = Reflect.getMetadata(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const path = `/${[base, Reflect.getMetadata(PATH_METADATA, handler)]
        .map((part) => String(part).replace(/^\/|\/$/g, ''))
        .filter(Boolean)
        .join('/')}`;
      const right = reflector.getAllAndOverride<string | undefined>(rightKey, [handler, metatype as never]);
      return [
        {
          name: `${(metatype as { name: string }).name}.${name}`,
          method: RequestMethod[method]!.toLowerCase(),
          path: path.replace(/:(\w+)/g, '{$1}'),
          right,
        },
      ];
    });
  });
}

describe('every route', () => {
  it('is found by this test', () => {
    expect(allRoutes().length).toBeGreaterThan(20);
  });

  it('names the right it asks for', () => {
    expect(allRoutes().filter((route) => route.right === undefined)).toEqual([]);
  });

  it('is described in the OpenAPI document, with what it answers', async () => {
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
    const undescribed = allRoutes().filter(({ path, method }) => {
      const operation = document.paths[path]?.[method];
      const good = Object.entries<any>(operation?.responses ?? {}).find(([status]) => status.startsWith('2'));
      return operation?.summary === undefined || good === undefined || (good[0] !== '204' && good[1].content === undefined);
    });
    expect(undescribed).toEqual([]);
  });

  it('refers only to schemas that the document has', async () => {
    const text = await (await fetch(`${server.url}/api/openapi.json`)).text();
    const known = Object.keys(JSON.parse(text).components.schemas);
    const wanted = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(wanted.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('of the console and of readers is closed to visitors', async () => {
    for (const route of allRoutes().filter(({ right }) => right !== 'public' && right !== 'visitor')) {
      const path = route.path.replace(/\{\w+\}/g, '0193a000-0000-7000-8000-000000000001');
      const answer = await fetch(server.url + path, { method: route.method.toUpperCase(), headers: { 'sec-fetch-site': 'same-origin' } });
      expect([route.name, answer.status]).toEqual([route.name, 401]);
    }
  });
});

describe('the reading routes that the README lists', () => {
  /** Each with the names of something that is there. */
  async function listedAddresses(): Promise<string[]> {
    const thread = await aThread(server.sql);
    const { rows } = await server.sql.query(
      'select s.key as site, t.article_key as article from thread t join site s on s.id = t.site_id where t.id = $1',
      [thread],
    );
    const anna = await new BrowserLike(server.url).join();
    const { body } = await anna.post(`/api/v1/threads/${thread}/comments`, aPost());
    const names: Record<string, string> = { ...rows[0], thread, comment: body.own.id };
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    return [...readme.matchAll(/^GET {2}(\S+)/gm)].map(([, path = '']) => path.replace(/\{(\w+)\}/g, (_, name) => names[name] ?? ''));
  }

  it('can be read by pages of any origin, refusals too', async () => {
    const addresses = await listedAddresses();
    expect(addresses).toHaveLength(5);
    for (const address of [...addresses, '/api/openapi.json', '/api/v1/comments/none']) {
      const answer = await fetch(server.url + address, { headers: { origin: 'https://reader.example' } });
      const status = address.endsWith('none') ? 404 : 200;
      expect([address, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([address, status, '*']);
    }
  });
});
