export {
  type ActorRequest,
  CurrentActor,
  CurrentReader,
  ForAdministrators,
  ForConsole,
  ForPublishers,
  ForReaders,
  ForVisitors,
  Public,
  RateLimited,
  type Right,
  rateKey,
  rightKey,
} from './access.decorators';
export { type Actor, type Audience, type ReaderActor, type Role, type Visitor, visitor } from './actor';
