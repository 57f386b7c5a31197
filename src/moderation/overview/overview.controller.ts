import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { Overview, OverviewQueryDto } from './overview.dto';
import { ReadOverview } from './read-overview';

@ApiTags('moderation')
@ForConsole()
@Controller('api/v1/sites/:siteKey/overview')
export class OverviewController {
  constructor(private readonly readOverview: ReadOverview) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'How a site went in the last days; a minute old at most' })
  @ApiOkResponse({ type: Overview })
  overview(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Query() { days }: OverviewQueryDto): Promise<Overview> {
    return this.readOverview.execute(actor, siteKey, days);
  }
}
