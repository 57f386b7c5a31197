export { CommentsModule } from './comments.module';
export { conversationSchemas, schemaNamed } from './comments.openapi';
export { CountReactions, type ReactionMove } from './count-reactions';
export { ListOwnComments } from './list-own-comments';
