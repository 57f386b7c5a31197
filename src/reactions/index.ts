export { ReactionsModule } from './reactions.module';
export { ReactionsRepository } from './reactions.repository';
export { SetReaction } from './set-reaction';
