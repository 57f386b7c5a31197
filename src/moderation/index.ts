export { ModerationModule } from './moderation.module';
export { mayModerate } from './moderation.policy';
