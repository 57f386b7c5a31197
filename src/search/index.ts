export { CommentSearchRepository } from './comment-search.repository';
export { DocumentsRepository } from './documents.repository';
export { CommentFilterDto } from './search.dto';
export { SearchModule } from './search.module';
