import { RouteConfig } from '@nestjs/platform-fastify';

/** Pages of every origin may read what the route answers, refusals included. */
export const ReadElsewhere = () => RouteConfig({ isReadElsewhere: true });
