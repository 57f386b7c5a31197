import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForAdministrators } from '../platform/access';
import { CreateSite } from './create-site';
import { CreateSiteDto, SiteView } from './dto/create-site.dto';
import { SitesRepository } from './sites.repository';

@ApiTags('sites')
@ForAdministrators()
@Controller('api/v1/sites')
export class SitesController {
  constructor(
    private readonly createSite: CreateSite,
    private readonly sites: SitesRepository,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Make a site' })
  @ApiCreatedResponse({ type: SiteView })
  create(@Body() dto: CreateSiteDto): Promise<SiteView> {
    return this.createSite.execute(dto);
  }

  @Get()
  @ApiOperation({ summary: 'Every site' })
  @ApiOkResponse({ type: [SiteView] })
  list(): Promise<SiteView[]> {
    return this.sites.listSites();
  }
}
