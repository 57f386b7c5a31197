import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { readerHeader } from '../contract/auth';
import { conversationSchemas } from './comments';
import { anyRefusal, refusalsOf, writesInName } from './describe-refusals';
import { accessByOperation, addSecuritySchemes, type RouteAccess, securityOf } from './describe-security';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const partStatus = { type: 'string', enum: ['ok', 'unavailable', 'outdated'] };

const problem = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; docs/errors.md lists the codes.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string', description: 'A sentence a person can act on.' },
    instance: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
};

const readiness = {
  type: 'object',
  properties: { status: { type: 'string', enum: ['ok', 'unavailable'] }, database: partStatus, migrations: partStatus },
  required: ['status', 'database', 'migrations'],
};

const shownReader = {
  name: readerHeader,
  in: 'header' as const,
  required: false,
  description: 'The id of the reader as whom it is done; refused when the session is of another. Who does not say is served.',
  schema: { type: 'string', format: 'uuid' },
};

/** The OpenAPI 3.1 description of every route; each may also answer with a problem. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder().setTitle('Parley').setVersion('1').setOpenAPIVersion('3.1.0');
  const config = addSecuritySchemes(app, builder).build();
  const document = SwaggerModule.createDocument(app, config, { autoTagControllers: false });
  const schemas = { ...document.components?.schemas, ...conversationSchemas, Problem: problem, Readiness: readiness };
  document.components = { ...document.components, schemas };
  const access = accessByOperation(app);
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'put', 'post', 'patch', 'delete'] as const) {
      const operation = path[method];
      if (operation !== undefined) complete(operation, { ...access.get(operation.operationId ?? ''), writes: method !== 'get' });
    }
  }
  return document;
}

/** What no route has to say about itself. */
function complete(operation: Operation, known: Partial<RouteAccess> & { writes: boolean }): void {
  if (known.right !== undefined && known.right !== 'public') operation.security = securityOf(known.right);
  for (const parameter of operation.parameters ?? []) {
    const isId = 'in' in parameter && parameter.in === 'path' && /(^i|I)d$/.test(parameter.name);
    if (isId) parameter.schema = { type: 'string', format: 'uuid' };
  }
  if (writesInName(known)) operation.parameters = [...(operation.parameters ?? []), shownReader];
  // A route that says how it refuses does so in a way of its own.
  if (operation.responses.default !== undefined) return;
  operation.responses = { ...refusalsOf(operation, known), ...operation.responses, default: anyRefusal };
}
