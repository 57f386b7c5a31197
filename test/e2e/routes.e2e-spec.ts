import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
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

/** Everybody may read what the API is. */
const notOfNest = ['GET /api/openapi.json'];

/** What the router under Nest was told: method and address, as Nest's routes are named here. */
const routed: [method: string, path: string][] = [];
function noteRoutes(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routed.push([one, url]);
  });
}

let server: TestApp;
beforeAll(async () => {
  subscribe('fastify.initialization', noteRoutes);
  server = await startTestApp();
  unsubscribe('fastify.initialization', noteRoutes);
});
afterAll(() => server.close());

async function readDocument(): Promise<any> {
  return (await fetch(`${server.url}/api/openapi.json`)).json();
}

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

  it('is one of Nest, which asks for a right, one that refuses its method, or named here', async () => {
    const known = new Set([...allRoutes().map(({ method, path }) => `${method.toUpperCase()} ${path}`), ...notOfNest]);
    const fastify: FastifyInstance = server.app.getHttpAdapter().getInstance();
    const open: string[] = [];
    for (const [method, url] of routed) {
      const route = `${method} ${url.replace(/:(\w+)/g, '{$1}')}`;
      if (known.has(route.replace(/^HEAD/, 'GET'))) continue;
      const { statusCode } = await fastify.inject({ method: method as 'GET', url });
      if (statusCode !== (method === 'OPTIONS' ? 204 : 405)) open.push(route);
    }
    expect(routed.length).toBeGreaterThan(known.size);
    expect(open).toEqual([]);
  });

  it('names the right it asks for', () => {
    expect(allRoutes().filter((route) => route.right === undefined)).toEqual([]);
  });

  it('of the console and of readers is closed to visitors', async () => {
    for (const route of allRoutes().filter(({ right }) => right !== 'public' && right !== 'visitor')) {
      const path = route.path.replace(/\{\w+\}/g, '0193a000-0000-7000-8000-000000000001');
      const answer = await fetch(server.url + path, { method: route.method.toUpperCase(), headers: { 'sec-fetch-site': 'same-origin' } });
      expect([route.name, answer.status]).toEqual([route.name, 401]);
    }
  });
});

describe('the OpenAPI document', () => {
  /** Every operation with its address. */
  async function allOperations(): Promise<{ path: string; method: string; operation: any }[]> {
    return Object.entries<any>((await readDocument()).paths).flatMap(([path, methods]) =>
      Object.entries<any>(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  }

  it('is valid OpenAPI 3.1', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parley-openapi-'));
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(await readDocument()));
    const validator = join(__dirname, '../../node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [validator, file]).catch((refused: { stdout: string }) => refused);
    await rm(folder, { recursive: true });
    expect(JSON.parse(stdout)).toEqual({ valid: true });
  });

  it('describes every route, with what it answers', async () => {
    const { paths } = await readDocument();
    const undescribed = allRoutes().filter(({ path, method }) => {
      const operation = paths[path]?.[method];
      const good = Object.entries<any>(operation?.responses ?? {}).find(([status]) => status.startsWith('2'));
      return operation?.summary === undefined || good === undefined || (good[0] !== '204' && good[1].content === undefined);
    });
    expect(undescribed).toEqual([]);
  });

  it('asks of every route for what its right asks for', async () => {
    const { paths, components } = await readDocument();
    const asked: Record<string, string[] | undefined> = {
      public: undefined,
      visitor: ['', 'readerSession'],
      reader: ['readerSession'],
      console: ['consoleSession'],
      administrator: ['consoleSession'],
      publisher: ['consoleSession', 'siteKey'],
    };
    for (const { name, path, method, right } of allRoutes()) {
      const schemes = paths[path][method].security?.map((requirement: object) => Object.keys(requirement).join());
      expect([name, schemes]).toEqual([name, asked[right ?? '']]);
    }
    const { readerSession, consoleSession, siteKey } = components.securitySchemes;
    expect([readerSession.in, readerSession.name]).toEqual(['cookie', '__Host-parley']);
    expect([consoleSession.in, consoleSession.name]).toEqual(['cookie', '__Host-parley-console']);
    expect([siteKey.type, siteKey.scheme]).toEqual(['http', 'bearer']);
  });

  it('lets every write that needs a session say for whom it is, and says that it may be refused for that', async () => {
    const { paths } = await readDocument();
    for (const { name, path, method, right } of allRoutes()) {
      const { parameters, responses } = paths[path][method];
      const isAsked = method !== 'get' && right !== 'public' && right !== 'visitor';
      const says = parameters.filter((parameter: any) => parameter.in === 'header');
      expect([name, says]).toEqual([name, isAsked ? [expect.objectContaining({ name: 'parley-reader', required: false })] : []]);
      expect([name, /other_reader/.test(responses[409]?.description)]).toEqual([name, isAsked]);
    }
  });

  it('knows each parameter: every one in the address, ids as such, and what kind the others are', async () => {
    for (const { path, method, operation } of await allOperations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const known = operation.parameters.filter((parameter: any) => parameter.in === 'path');
      expect([method, path, known.map(({ name }: any) => name).sort()]).toEqual([method, path, inPath.sort()]);
      for (const { name, schema } of operation.parameters) {
        expect([path, name, schema]).toEqual([path, name, expect.objectContaining({ type: expect.any(String) })]);
        if (/(^i|I)d$/.test(name)) expect(schema.format).toBe('uuid');
      }
    }
  });

  it('says how each route refuses', async () => {
    for (const { path, operation } of await allOperations()) {
      const type = path === '/embed/thread' ? 'text/html' : 'application/problem+json';
      expect([path, Object.keys(operation.responses.default.content)]).toEqual([path, [type]]);
    }
    const { responses } = (await readDocument()).paths['/api/v1/sites/{siteKey}/threads/{articleKey}'].put;
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404', '413', '415', '429']));
    expect(responses[401].description).toBe('not_logged_in, wrong_api_key');
  });

  it('says of every read that it may come too often, but of what is only read from memory', async () => {
    const uncounted = (await allOperations())
      .filter(({ method, operation }) => method === 'get' && operation.responses[429] === undefined)
      .map(({ path }) => path);
    const page = '/console/first-administrator';
    const invitation = '/console/invitations';
    const console = ['/console', '/console/sites/{siteKey}/{page}', '/console/sites/{siteKey}/{page}/{item}', '/console/assets/{file}'];
    const scripts = ['/embed.js', '/counts.js', '/embed/assets/{file}'];
    const operating = ['/health/live', '/health/ready', '/metrics'];
    // It says everything under its default.
    const frame = '/embed/thread';
    expect(uncounted.sort()).toEqual(
      [
        page,
        `${page}/page.css`,
        `${page}/page.js`,
        invitation,
        `${invitation}/page.js`,
        ...console,
        ...scripts,
        ...operating,
        frame,
      ].sort(),
    );
  });

  it('refers only to schemas that it has', async () => {
    const document = await readDocument();
    const wanted = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(wanted.filter((name = '') => !(name in document.components.schemas))).toEqual([]);
  });
});

describe('the reading routes that the README lists', () => {
  /** Each with an address where something is. */
  async function listedRoutes(): Promise<{ path: string; address: string }[]> {
    const thread = await aThread(server.sql);
    const { rows } = await server.sql.query(
      'select s.key as site, t.article_key as article from thread t join site s on s.id = t.site_id where t.id = $1',
      [thread],
    );
    const anna = await new BrowserLike(server.url).join();
    const post = (parentId?: string) =>
      anna.post(`/api/v1/threads/${thread}/comments`, aPost({ parentId, text: 'A long thought. '.repeat(100) }));
    const comment = (await post()).body.own.id;
    await post(comment);
    const names: Record<string, string> = { ...rows[0], thread, comment };
    const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
    return [...readme.matchAll(/^GET {2}(\S+)/gm)].map(([, path = '']) => ({
      path: path.replace(/\?.*/, ''),
      address: path.replace(/\{(\w+)\}/g, (_, name) => names[name] ?? '').replace('after=41', 'after=0'),
    }));
  }

  it('can be read by pages of any origin, refusals too', async () => {
    const addresses = (await listedRoutes()).map(({ address }) => address);
    expect(addresses).toHaveLength(7);
    for (const address of [...addresses, '/api/openapi.json', '/api/v1/comments/none']) {
      const answer = await fetch(server.url + address, { headers: { origin: 'https://reader.example' } });
      const status = address.endsWith('none') ? 404 : 200;
      expect([address, answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([address, status, '*']);
    }
  });

  it('say in the OpenAPI document when they can answer that nothing changed, and do', async () => {
    const unnamed = (path: string) => path.replace(/\{\w+\}/g, '{}');
    const { paths } = await readDocument();
    const documented = new Map(Object.entries<any>(paths).map(([path, methods]) => [unnamed(path), methods.get?.responses]));
    for (const { path, address } of await listedRoutes()) {
      const { headers } = await fetch(server.url + address);
      const entityTag = headers.get('etag');
      if (/comment|changes/.test(path))
        expect([path, entityTag, headers.get('content-encoding')]).toEqual([path, expect.any(String), 'gzip']);
      const says304 = documented.get(unnamed(path)) !== undefined && '304' in documented.get(unnamed(path));
      expect([path, says304]).toEqual([path, entityTag !== null]);
      if (entityTag === null) continue;
      const again = await fetch(server.url + address, { headers: { 'if-none-match': entityTag } });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });
});
