import { Global, Module } from '@nestjs/common';
import { RateLimits } from './rate-limits';
import { ReadyAnswers } from './ready-answers';

@Global()
@Module({ providers: [RateLimits, ReadyAnswers], exports: [RateLimits, ReadyAnswers] })
export class HttpModule {}
