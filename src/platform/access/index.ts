export {
  type ActorRequest,
  CurrentActor,
  CurrentReader,
  ForAdministrators,
  ForConsole,
  ForPublishers,
  ForReaders,
  ForVisitors,
  NotCounted,
  Public,
  RateLimited,
  type Right,
  rateKey,
  rightKey,
  uncountedKey,
} from './access.decorators';
export { type Actor, type Audience, type ReaderActor, type Role, type Visitor, visitor } from './actor';
