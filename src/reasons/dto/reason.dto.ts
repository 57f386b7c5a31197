import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { limits } from '../../../contract/limits';
import {
  type ChangeReasonRequest,
  type MakeReasonRequest,
  type ReasonGround,
  type ReasonView as ReasonViewContract,
  reasonGrounds,
  type StandardReason,
  standardReasons,
} from '../../../contract/reasons';
import { IsLine, MayBeMissing } from '../../platform/http';

const { titleMaxLength, ruleMaxLength, maxPerSite } = limits.reason;

export class MakeReasonDto implements MakeReasonRequest {
  @ApiProperty({ maxLength: titleMaxLength })
  @IsLine(titleMaxLength)
  title: string;

  @ApiProperty({ enum: reasonGrounds, description: 'Whether the house rules forbid it, or the law does.' })
  @IsIn(reasonGrounds)
  ground: ReasonGround;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: ruleMaxLength,
    description: 'The passage of the house rules, or the law, that readers are told.',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsLine(ruleMaxLength)
  rule?: string | null;

  @ApiPropertyOptional({ default: true })
  @MayBeMissing()
  @IsBoolean()
  isOn?: boolean;

  @ApiPropertyOptional({ default: true, description: 'Readers may choose it when they report a comment.' })
  @MayBeMissing()
  @IsBoolean()
  isForReports?: boolean;
}

export class ChangeReasonDto extends PartialType(MakeReasonDto, { skipNullProperties: false }) implements ChangeReasonRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: maxPerSite, description: 'Its place among the reasons of the site.' })
  @MayBeMissing()
  @IsInt()
  @Min(0)
  @Max(maxPerSite)
  position?: number;
}

export class ReasonView implements ReasonViewContract {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: String, enum: [...standardReasons, null], nullable: true, description: 'Null for one of the site’s own.' })
  key: StandardReason | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null for a standard one.' })
  title: string | null;

  @ApiProperty({ enum: reasonGrounds })
  ground: ReasonGround;

  @ApiProperty({ type: String, nullable: true })
  rule: string | null;

  @ApiProperty()
  isOn: boolean;

  @ApiProperty()
  isForReports: boolean;
}
