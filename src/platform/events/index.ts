export { Events, EventType } from './events';
export { EventsModule } from './events.module';
