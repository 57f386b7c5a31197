export { Clock } from './clock';
export { Ids } from './ids';
export { isTime } from './is-time';
export { TimeModule } from './time.module';
