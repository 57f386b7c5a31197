import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotCounted, Public } from '../platform/access';
import { Metrics } from '../platform/telemetry';
import { CheckReadiness } from './check-readiness';
import { MetricsAccess } from './metrics-access';

@ApiTags('operating')
@NotCounted()
@Controller()
export class HealthController {
  constructor(
    private readonly checkReadiness: CheckReadiness,
    private readonly metrics: Metrics,
    private readonly metricsAccess: MetricsAccess,
  ) {}

  @Public()
  @Get('health/live')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ schema: { type: 'object', properties: { status: { type: 'string', enum: ['ok'] } }, required: ['status'] } })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Public()
  @Get('health/ready')
  @ApiOperation({ summary: 'Whether the process can serve: the database answers and its schema is the one of this version' })
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Readiness' } })
  @ApiServiceUnavailableResponse({ schema: { $ref: '#/components/schemas/Readiness' } })
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.checkReadiness.execute();
    await reply.status(readiness.status === 'ok' ? 200 : 503).send(readiness);
  }

  @Public()
  @Get('metrics')
  @ApiOperation({ summary: 'Prometheus metrics, for loopback or with the bearer token of METRICS_TOKEN' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.metricsAccess.assertMayRead(request);
    await reply.type(this.metrics.contentType).send(await this.metrics.text());
  }
}
