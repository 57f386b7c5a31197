export { ReactionsModule } from './reactions.module';
