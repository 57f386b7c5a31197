import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForAdministrators } from '../platform/access';
import { CreateSite } from './create-site';
import { CreateSiteDto, SiteView, UpdateSiteDto } from './dto/site.dto';
import { SitesRepository } from './sites.repository';
import { UpdateSite } from './update-site';

@ApiTags('sites')
@ForAdministrators()
@Controller('api/v1/sites')
export class SitesController {
  constructor(
    private readonly createSite: CreateSite,
    private readonly updateSite: UpdateSite,
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

  @Patch(':siteKey')
  @ApiOperation({ summary: 'Change the name, the origins or the language of a site' })
  @ApiOkResponse({ type: SiteView })
  update(@Param('siteKey') siteKey: string, @Body() dto: UpdateSiteDto): Promise<SiteView> {
    return this.updateSite.execute(siteKey, dto);
  }
}
