import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Length } from 'class-validator';
import { limits } from '../../../contract/limits';
import type { MacroView as MacroViewContract } from '../../../contract/sanctions';
import { IsLine } from '../../platform/http';
import { normalizeText } from '../../platform/text';

const { macroNameMaxLength, noteMaxLength } = limits.moderation;
const { messageMaxLength } = limits.statement;

const inNormalForm = () => Transform(({ value }) => (typeof value === 'string' ? normalizeText(value).trim() : value));

export class NoteDto {
  @ApiProperty({ maxLength: noteMaxLength })
  @inNormalForm()
  @Length(1, noteMaxLength)
  text: string;
}

export class MacroDto implements Omit<MacroViewContract, 'id'> {
  @ApiProperty({ maxLength: macroNameMaxLength })
  @IsLine(macroNameMaxLength)
  name: string;

  @ApiProperty({ maxLength: messageMaxLength })
  @inNormalForm()
  @Length(1, messageMaxLength)
  text: string;
}

export class ChangeMacroDto extends PartialType(MacroDto, { skipNullProperties: false }) {}

export class MacroView implements MacroViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  text: string;
}
