import { Module } from '@nestjs/common';
import { CommentsModule } from '../comments';
import { SitesModule } from '../sites';
import { CommentSearchRepository } from './comment-search.repository';
import { DocumentsRepository } from './documents.repository';
import { FindReaders } from './find-readers';
import { FoundCommentsRepository } from './found-comments.repository';
import { ReadersOnSiteRepository } from './readers-on-site.repository';
import { SearchController } from './search.controller';
import { SearchComments } from './search-comments';
import { WriteDocuments } from './write-documents';

@Module({
  imports: [CommentsModule, SitesModule],
  controllers: [SearchController],
  providers: [
    CommentSearchRepository,
    DocumentsRepository,
    FindReaders,
    FoundCommentsRepository,
    ReadersOnSiteRepository,
    SearchComments,
    WriteDocuments,
  ],
  exports: [CommentSearchRepository, DocumentsRepository],
})
export class SearchModule {}
