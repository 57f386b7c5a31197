import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Less than Prometheus waits for the page. */
const readMilliseconds = 5_000;

type Reading = number | Record<string, number>;

async function inTime(read: () => Reading | Promise<Reading>): Promise<Reading> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Reading>((resolve) => {
    timer = setTimeout(() => resolve({}), readMilliseconds);
  });
  try {
    return await Promise.race([read(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

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

  /** A gauge that is read when somebody asks for the metrics; one series for each key of what `read` answers, none while it cannot be read. */
  gauge(name: string, help: string, read: () => Reading | Promise<Reading>): void {
    new Gauge({
      name: `parley_${name}`,
      help,
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const values = await inTime(read).catch(() => ({}));
        this.reset();
        if (typeof values === 'number') this.set(values);
        else for (const [state, value] of Object.entries(values)) this.set({ state }, value);
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
