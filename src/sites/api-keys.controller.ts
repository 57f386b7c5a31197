import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForAdministrators } from '../platform/access';
import { IdPipe } from '../platform/http';
import { ApiKeyView, MadeApiKeyView, MakeApiKeyDto } from './dto/api-key.dto';
import { ManageApiKeys } from './manage-api-keys';

@ApiTags('sites')
@ForAdministrators()
@Controller('api/v1/sites/:siteKey/keys')
export class ApiKeysController {
  constructor(private readonly keys: ManageApiKeys) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Make an API key for a site' })
  @ApiCreatedResponse({ type: MadeApiKeyView })
  make(@Param('siteKey') siteKey: string, @Body() dto: MakeApiKeyDto): Promise<MadeApiKeyView> {
    return this.keys.make(siteKey, dto.name);
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The live API keys of a site, without their secrets' })
  @ApiOkResponse({ type: [ApiKeyView] })
  list(@Param('siteKey') siteKey: string): Promise<ApiKeyView[]> {
    return this.keys.list(siteKey);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke an API key, at once' })
  @ApiNoContentResponse({ description: 'No request with it is accepted any more.' })
  revoke(@Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<void> {
    return this.keys.revoke(siteKey, id);
  }
}
