import { Module } from '@nestjs/common';
import { SanctionsRepository } from './sanctions.repository';
import { StatementsRepository } from './statements.repository';

@Module({
  providers: [SanctionsRepository, StatementsRepository],
  exports: [SanctionsRepository, StatementsRepository],
})
export class SanctionsModule {}
