import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Equals, IsBoolean, IsEmail, IsString, MaxLength } from 'class-validator';
import { limits } from '../../../contract/limits';
import {
  type NoticeReceipt as NoticeReceiptContract,
  type NoticeRequest,
  type NoticeStatus as NoticeStatusContract,
  type ReportOutcome,
  reportOutcomes,
} from '../../../contract/reports';
import { IsLine, MayBeMissing } from '../../platform/http';

const { explanationMaxLength, lawMaxLength, nameMaxLength } = limits.report;
const { emailMaxLength } = limits.reader;
const needed = 'Needed, unless the notice is about a sexual offence against minors.';

export class NoticeDto implements NoticeRequest {
  @ApiProperty({ maxLength: explanationMaxLength, description: 'Why it is illegal.' })
  @IsString()
  @MaxLength(explanationMaxLength)
  explanation: string;

  @ApiPropertyOptional({ maxLength: lawMaxLength, description: 'The law that it breaks, where known.' })
  @MayBeMissing()
  @IsLine(lawMaxLength)
  law?: string;

  @ApiPropertyOptional({ maxLength: nameMaxLength, description: needed })
  @MayBeMissing()
  @IsLine(nameMaxLength)
  name?: string;

  @ApiPropertyOptional({ format: 'email', maxLength: emailMaxLength, description: `${needed} No moderator sees it.` })
  @MayBeMissing()
  @IsEmail({}, { message: 'this is not an e-mail address' })
  @MaxLength(emailMaxLength)
  email?: string;

  @ApiPropertyOptional({ default: false })
  @MayBeMissing()
  @IsBoolean()
  isAboutMinors?: boolean;

  @ApiProperty({
    type: Boolean,
    enum: [true],
    description: 'That the notice is accurate and complete, to the best knowledge of who sends it.',
  })
  @Equals(true, { message: 'confirm that what you say is accurate and complete, to the best of your knowledge' })
  isGoodFaith: true;
}

export class NoticeReceipt implements NoticeReceiptContract {
  @ApiProperty({ example: 'N-7KQ3-M2XD', description: 'To ask what became of it.' })
  reference: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;
}

export class NoticeStatus implements NoticeStatusContract {
  @ApiProperty({ enum: reportOutcomes })
  status: ReportOutcome;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt: string | null;
}
