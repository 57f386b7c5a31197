export { Clock } from './clock';
export { isDateTime } from './date-time';
export { Ids } from './ids';
export { isTime } from './is-time';
export { TimeModule } from './time.module';
