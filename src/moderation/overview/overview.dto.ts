import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn } from 'class-validator';
import { type Overview as OverviewContract, type OverviewDays, overviewDays } from '../../../contract/overview';
import { type ScreeningRule, screeningRules } from '../../../contract/screening';

export class OverviewQueryDto {
  @ApiPropertyOptional({ type: Number, enum: overviewDays, default: 7 })
  @Transform(({ value }) => Number(value))
  @IsIn(overviewDays)
  days: OverviewDays = 7;
}

class Hour {
  @ApiProperty({ format: 'date-time' })
  hour: string;

  @ApiProperty({ type: 'integer' })
  comments: number;

  @ApiProperty({ type: 'integer', description: 'Those that were held at some time.' })
  held: number;
}

class Wait {
  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty({ type: 'integer' })
  decisions: number;

  @ApiProperty()
  medianSeconds: number;

  @ApiProperty()
  p90Seconds: number;
}

class Rule {
  @ApiProperty({ type: String, enum: screeningRules, nullable: true, description: 'Null: held by no check.' })
  rule: ScreeningRule | null;

  @ApiProperty({ type: 'integer' })
  published: number;

  @ApiProperty({ type: 'integer' })
  rejected: number;
}

class AppealsOfDay {
  @ApiProperty({ format: 'date' })
  day: string;

  @ApiProperty({ type: 'integer' })
  made: number;

  @ApiProperty({ type: 'integer', description: 'Whenever they were made.' })
  decided: number;

  @ApiProperty({ type: 'integer', description: 'Of those decided.' })
  overturned: number;
}

export class Overview implements OverviewContract {
  @ApiProperty({ type: Number, enum: overviewDays })
  days: OverviewDays;

  @ApiProperty({ type: [Hour], description: 'Every hour of UTC; the last is not over yet.' })
  hours: Hour[];

  @ApiProperty({ type: [Wait], description: 'From the comment to the decision, by the day of the decision.' })
  waits: Wait[];

  @ApiProperty({ type: [Rule], description: 'What became of what a check held.' })
  rules: Rule[];

  @ApiProperty({ type: [AppealsOfDay], description: 'Objections, by the day on which they were made or decided on.' })
  appeals: AppealsOfDay[];

  @ApiProperty({ type: 'integer', description: 'How many decisions `waits` and `rules` are of: the newest.' })
  decisions: number;
}
