import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { conversationSchemas } from './comments';

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

/** The OpenAPI 3.1 description of every route; each may also answer with a problem. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Parley')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of the site.' }, 'siteKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, { autoTagControllers: false });
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      ...conversationSchemas,
      Problem: problem,
      Readiness: {
        type: 'object',
        properties: { status: { type: 'string', enum: ['ok', 'unavailable'] }, database: partStatus, migrations: partStatus },
        required: ['status', 'database', 'migrations'],
      },
    },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'put', 'post', 'patch', 'delete'] as const) {
      const operation = path[method];
      if (operation === undefined) continue;
      operation.responses.default = {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
    }
  }
  return document;
}
