import { Module } from '@nestjs/common';
import { ReadersRepository } from './readers.repository';

@Module({ providers: [ReadersRepository], exports: [ReadersRepository] })
export class ReadersModule {}
