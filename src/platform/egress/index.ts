export { Egress } from './egress';
export { EgressModule } from './egress.module';
