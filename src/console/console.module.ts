import { Module } from '@nestjs/common';
import { ConsoleController } from './console.controller';
import { ConsoleBuild } from './console-build';

@Module({
  controllers: [ConsoleController],
  providers: [{ provide: ConsoleBuild, useFactory: () => new ConsoleBuild() }],
})
export class ConsoleModule {}
