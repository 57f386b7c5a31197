import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CivilComment as CivilCommentContract } from '../../../contract/moderation';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { ModeratedSite } from '../moderated-site';
import { CivilCommentsRepository } from './civil-comments.repository';

class CivilComment implements CivilCommentContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Of its thread.' })
  title: string;

  @ApiProperty()
  author: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: 'integer' })
  likes: number;
}

/** For moderators and editors of the site in question, and administrators; to anybody else it looks unknown. */
@ApiTags('moderation')
@ForConsole()
@Controller('api/v1/sites/:siteKey/civil-comments')
export class CivilCommentsController {
  constructor(
    private readonly sites: ModeratedSite,
    private readonly civilComments: CivilCommentsRepository,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Some new comments of a site that readers like and nothing was ever held against' })
  @ApiOkResponse({ type: [CivilComment] })
  async list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<CivilComment[]> {
    const { id } = await this.sites.find(actor, siteKey);
    return this.civilComments.list(id);
  }
}
