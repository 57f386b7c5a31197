import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { FollowingSettings } from './dto/following-settings.dto';
import { ManageFollowingSettings } from './manage-following-settings';

/** Read by who moderates the site in question, changed by its editors and by administrators; to anybody else it looks unknown. */
@ApiTags('follows')
@ForConsole()
@Controller('api/v1/sites/:siteKey/following-settings')
export class FollowingSettingsController {
  constructor(private readonly settings: ManageFollowingSettings) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What a site sets of following' })
  @ApiOkResponse({ type: FollowingSettings })
  read(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<FollowingSettings> {
    return this.settings.read(actor, siteKey);
  }

  @Put()
  @ApiOperation({ summary: 'Show everybody who follows whom on a site, or end that' })
  @ApiOkResponse({ type: FollowingSettings })
  change(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Body() dto: FollowingSettings,
  ): Promise<FollowingSettings> {
    return this.settings.change(actor, siteKey, dto);
  }
}
