import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Log } from './log';
import { Metrics } from './metrics';

@Global()
@Module({})
export class TelemetryModule {
  static with(log: Log): DynamicModule {
    return { module: TelemetryModule, providers: [{ provide: Log, useValue: log }, Metrics], exports: [Log, Metrics] };
  }
}
