import { Injectable } from '@nestjs/common';
import type { ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { NotFound } from '../../platform/http';
import { SanctionsRepository } from '../../sanctions';

/** A reader says that they have read a warning. Doing it twice is doing it once. */
@Injectable()
export class AcknowledgeWarning {
  constructor(
    private readonly sanctions: SanctionsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound */
  async execute({ readerId }: ReaderActor, statementId: string): Promise<void> {
    const isWarning = await this.transactions.run((tx) => this.sanctions.acknowledgeWarning(tx, statementId, readerId));
    if (!isWarning) throw new NotFound();
  }
}
