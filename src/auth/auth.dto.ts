import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsString, MaxLength } from 'class-validator';
import type { ConsoleMe as ConsoleMeContract, LogInRequest, Me as MeContract, RegisterRequest } from '../../contract/auth';
import { limits } from '../../contract/limits';

const { maxFieldLength } = limits.request;

export class LogInDto implements LogInRequest {
  @ApiProperty({ format: 'email', maxLength: limits.reader.emailMaxLength })
  @IsEmail({}, { message: 'this is not an e-mail address' })
  @MaxLength(limits.reader.emailMaxLength)
  email: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @MaxLength(maxFieldLength)
  password: string;
}

export class RegisterDto extends LogInDto implements RegisterRequest {
  @ApiProperty({ description: 'Shown beside every comment.' })
  @IsString()
  @MaxLength(maxFieldLength)
  name: string;
}

export class SetupDto extends RegisterDto {
  @ApiProperty({ description: 'The part of the link after the #.' })
  @IsString()
  @MaxLength(100)
  token: string;
}

class MeReader {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'email' })
  email: string;
}

export class Me implements MeContract {
  @ApiProperty({ oneOf: [{ $ref: '#/components/schemas/MeReader' }, { type: 'null' }] })
  reader: MeReader | null;
}

class ConsoleRole {
  @ApiProperty({ enum: ['staff', 'moderator', 'editor', 'administrator'] })
  role: string;

  @ApiProperty({ format: 'uuid', required: false })
  siteId?: string;
}

class ConsoleSite {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  key: string;

  @ApiProperty()
  name: string;
}

export class ConsoleMe implements ConsoleMeContract {
  @ApiProperty({ type: MeReader })
  reader: MeReader;

  @ApiProperty({ type: [ConsoleRole] })
  roles: ConsoleRole[];

  @ApiProperty({ type: [ConsoleSite], description: 'Those of the roles, by name; all for an administrator.' })
  sites: ConsoleSite[];
}
