import { Body, Controller, Get, Header, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ChangeReasonDto, MakeReasonDto, ReasonView } from './dto/reason.dto';
import { ManageReasons } from './manage-reasons';

/** Read by who moderates the site in question, changed by its editors and by administrators; to anybody else it looks unknown. */
@ApiTags('reasons')
@ForConsole()
@Controller('api/v1/sites/:siteKey/reasons')
export class ReasonsController {
  constructor(private readonly reasons: ManageReasons) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The reasons of a site for reports and decisions, in its order' })
  @ApiOkResponse({ type: [ReasonView] })
  list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<ReasonView[]> {
    return this.reasons.list(actor, siteKey);
  }

  @Post()
  @ApiOperation({ summary: 'Add a reason of the site’s own' })
  @ApiCreatedResponse({ type: ReasonView })
  make(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: MakeReasonDto): Promise<ReasonView> {
    return this.reasons.make(actor, siteKey, dto);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a reason, move it, switch it on or off' })
  @ApiOkResponse({ type: ReasonView })
  change(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeReasonDto,
  ): Promise<ReasonView> {
    return this.reasons.change(actor, { siteKey, id }, dto);
  }
}
