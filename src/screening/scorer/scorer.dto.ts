import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsNumber, IsUrl, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { limits } from '../../../contract/limits';
import {
  type ScorerAnswer as ScorerAnswerContract,
  type ScorerSettings as ScorerSettingsContract,
  type ScorerView as ScorerViewContract,
  type SetScorerRequest,
  type WhenUnreachable,
  whenUnreachable,
} from '../../../contract/scorer';

const { urlMaxLength, secretMaxLength, minMilliseconds, maxMilliseconds } = limits.scorer;

class ScorerSettings implements ScorerSettingsContract {
  @ApiProperty()
  @IsBoolean()
  isOn: boolean;

  @ApiProperty({
    format: 'uri',
    maxLength: urlMaxLength,
    description: 'https, on the public internet; it is sent {text} and answers {score}.',
  })
  @IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true, allow_fragments: false })
  @MaxLength(urlMaxLength)
  url: string;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'Comments with this score or more are held.' })
  @IsNumber()
  @Min(0)
  @Max(1)
  holdFrom: number;

  @ApiProperty({ type: 'integer', minimum: minMilliseconds, maximum: maxMilliseconds, description: 'Writers wait no longer.' })
  @IsInt()
  @Min(minMilliseconds)
  @Max(maxMilliseconds)
  timeLimitMilliseconds: number;

  @ApiProperty({ enum: whenUnreachable, description: 'What becomes of a comment that it does not score.' })
  @IsIn(whenUnreachable)
  whenUnreachable: WhenUnreachable;
}

export class SetScorerDto extends ScorerSettings implements SetScorerRequest {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: secretMaxLength,
    description: 'Sent as a bearer token. Left out, the one that is there stays, unless the address is of another place.',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @Matches(/^[\x21-\x7e]+$/, { message: 'secret is made of letters, digits and signs, without spaces' })
  @MaxLength(secretMaxLength)
  secret?: string | null;
}

class ScorerView extends ScorerSettings implements ScorerViewContract {
  @ApiProperty()
  hasSecret: boolean;
}

export class ScorerAnswer implements ScorerAnswerContract {
  @ApiProperty({ type: ScorerView, nullable: true })
  scorer: ScorerView | null;
}
