import { Global, Module } from '@nestjs/common';
import { Egress } from './egress';
import { publicInternet } from './reach';

@Global()
@Module({ providers: [{ provide: Egress, useFactory: () => new Egress(publicInternet) }], exports: [Egress] })
export class EgressModule {}
