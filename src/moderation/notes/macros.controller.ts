import { Body, Controller, Delete, Get, Header, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentReader, ForConsole, type ReaderActor } from '../../platform/access';
import { IdPipe } from '../../platform/http';
import { ManageMacros } from './manage-macros';
import { ChangeMacroDto, MacroDto, MacroView } from './notes.dto';

/** Texts for messages to readers: moderators of the site read them, its editors and administrators write them. */
@ApiTags('moderation')
@ForConsole()
@Controller('api/v1/sites/:siteKey/macros')
export class MacrosController {
  constructor(private readonly macros: ManageMacros) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The texts of a site, by name' })
  @ApiOkResponse({ type: [MacroView] })
  list(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string): Promise<MacroView[]> {
    return this.macros.list(actor, siteKey);
  }

  @Post()
  @ApiOperation({ summary: 'Add a text' })
  @ApiCreatedResponse({ type: [MacroView] })
  make(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Body() dto: MacroDto): Promise<MacroView[]> {
    return this.macros.make(actor, siteKey, dto);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a text' })
  @ApiOkResponse({ type: [MacroView] })
  change(
    @CurrentReader() actor: ReaderActor,
    @Param('siteKey') siteKey: string,
    @Param('id', IdPipe) id: string,
    @Body() dto: ChangeMacroDto,
  ): Promise<MacroView[]> {
    return this.macros.change(actor, siteKey, { id, ...dto });
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete a text' })
  @ApiOkResponse({ type: [MacroView] })
  delete(@CurrentReader() actor: ReaderActor, @Param('siteKey') siteKey: string, @Param('id', IdPipe) id: string): Promise<MacroView[]> {
    return this.macros.delete(actor, siteKey, id);
  }
}
