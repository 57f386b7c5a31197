import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The process's Prometheus metrics; names start with `parley_`. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requestSeconds = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'Time to answer a request, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: latencyBuckets,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'parley_' });
  }

  /** Observes requests of one kind, in seconds, without looking for their series each time. */
  requestObserver(labels: { method: string; route: string; status: number }): (seconds: number) => void {
    const series = this.requestSeconds.labels(labels);
    return (seconds) => series.observe(seconds);
  }

  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void {
    this.requestSeconds.observe({ method: request.method, route: request.route, status: request.status }, request.seconds);
  }

  /** A gauge that is read when somebody asks for the metrics; one series for each key of what `read` answers. */
  gauge(name: string, help: string, read: () => Record<string, number> | Promise<Record<string, number>>): void {
    new Gauge({
      name: `parley_${name}`,
      help,
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        for (const [state, value] of Object.entries(await read())) this.set({ state }, value);
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    return this.registry.metrics();
  }
}
