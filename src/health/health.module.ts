import { Module, type OnModuleInit } from '@nestjs/common';
import { Pool } from 'pg';
import { Reads } from '../platform/database';
import { jobDepth } from '../platform/jobs';
import { Metrics } from '../platform/telemetry';
import { CheckReadiness } from './check-readiness';
import { HealthController } from './health.controller';
import { MetricsAccess } from './metrics-access';

const probeMilliseconds = 1_000;

@Module({ controllers: [HealthController], providers: [CheckReadiness, MetricsAccess] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly reads: Reads,
    private readonly pool: Pool,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge('database_connections', 'Connections of the pool, by state.', () => ({
      open: this.pool.totalCount,
      idle: this.pool.idleCount,
      wanted: this.pool.waitingCount,
    }));
    this.metrics.gauge('database_up', 'Whether the database answers: 1 or 0.', () => this.isDatabaseUp());
    this.metrics.gauge('jobs', 'Jobs, by state; dead ones are not tried any more.', () => jobDepth(this.reads));
  }

  private async isDatabaseUp(): Promise<number> {
    const probe = { text: 'select', query_timeout: probeMilliseconds };
    return this.pool.query(probe).then(
      () => 1,
      () => 0,
    );
  }
}
