export { ReactionsModule } from './reactions.module';
export { SetReaction } from './set-reaction';
