export {
  type ActorRequest,
  CurrentActor,
  CurrentReader,
  ForAdministrators,
  ForReaders,
  Public,
  type Right,
  rightKey,
} from './access.decorators';
export { type Actor, type Audience, type ReaderActor, type Role, type Visitor, visitor } from './actor';
