import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { DocumentBuilder } from '@nestjs/swagger';
import { SessionCookies } from './auth';
import { type Right, rightKey } from './platform/access';

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

/** The right that the guard reads on each handler, by the operation id that the document gives it. */
export function rightsByOperation(app: INestApplication): Map<string, Right> {
  const reflector = new Reflector();
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return new Map(
    controllers.flatMap(({ name, metatype, instance }) =>
      new MetadataScanner().getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((method): [string, Right][] => {
        const right = reflector.getAllAndOverride<Right | undefined>(rightKey, [instance[method], metatype as never]);
        return right === undefined ? [] : [[`${name}_${method}`, right]];
      }),
    ),
  );
}

export function securityOf(right: Right): Requirements {
  return requirements[right];
}
