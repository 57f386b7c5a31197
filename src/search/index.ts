export { CommentSearchRepository } from './comment-search.repository';
export { SearchModule } from './search.module';
