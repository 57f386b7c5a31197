import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { DocumentBuilder } from '@nestjs/swagger';
import { SessionCookies } from './auth';
import { type ReadRate, type Right, readRateKey, rightKey } from './platform/access';

/** What the guard reads on a handler. */
export interface RouteAccess {
  right: Right;
  /** Whether reads of it are counted by address. */
  countsReads: boolean;
}

type Requirements = Record<string, string[]>[];

/** What each right asks for, in the words of OpenAPI: one of these. An empty one is to come without anything. */
const requirements: Record<Right, Requirements> = {
  public: [],
  visitor: [{}, { readerSession: [] }],
  reader: [{ readerSession: [] }],
  console: [{ consoleSession: [] }],
  administrator: [{ consoleSession: [] }],
  publisher: [{ consoleSession: [] }, { siteKey: [] }],
};

export function addSecuritySchemes(app: INestApplication, document: DocumentBuilder): DocumentBuilder {
  const cookies = app.get(SessionCookies, { strict: false });
  const session = (description: string) => ({ type: 'apiKey', in: 'cookie', description }) as const;
  return document
    .addCookieAuth(cookies.name('embed'), session('The session of a reader, in the frame.'), 'readerSession')
    .addCookieAuth(
      cookies.name('console'),
      session('The session of staff, in the console; the right is told by the route.'),
      'consoleSession',
    )
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of the site.' }, 'siteKey');
}

/** By the operation id that the document gives each handler. */
export function accessByOperation(app: INestApplication): Map<string, RouteAccess> {
  const reflector = new Reflector();
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return new Map(
    controllers.flatMap(({ name, metatype, instance }) =>
      new MetadataScanner().getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((method): [string, RouteAccess][] => {
        const targets = [instance[method], metatype as never];
        const right = reflector.getAllAndOverride<Right | undefined>(rightKey, targets);
        const readRate = reflector.getAllAndOverride<ReadRate | undefined>(readRateKey, targets);
        return right === undefined
          ? []
          : [[`${name}_${method}`, { right, countsReads: readRate === undefined || readRate.rate !== undefined }]];
      }),
    ),
  );
}

export function securityOf(right: Right): Requirements {
  return requirements[right];
}
