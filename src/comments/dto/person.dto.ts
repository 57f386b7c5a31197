import { ApiProperty } from '@nestjs/swagger';

export class Person {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;
}
