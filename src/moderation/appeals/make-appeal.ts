import { Injectable } from '@nestjs/common';
import type { OwnStatement } from '../../../contract/sanctions';
import { noteSiteMoved } from '../../comments';
import type { ReaderActor } from '../../platform/access';
import { Transactions } from '../../platform/database';
import { InvalidRequest, NotFound } from '../../platform/http';
import { readMessage } from '../make-statement';
import { AppealMade, AppealTooLate } from '../moderation.errors';
import { AppealsRepository } from './appeals.repository';
import { OwnStatementsRepository } from './own-statements.repository';

/** A reader objects to what was decided about them: once, and while it is in force. */
@Injectable()
export class MakeAppeal {
  constructor(
    private readonly statements: OwnStatementsRepository,
    private readonly appeals: AppealsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** The same text again changes nothing. @throws NotFound, InvalidRequest, AppealMade, AppealTooLate */
  async execute(actor: ReaderActor, statementId: string, given: string): Promise<OwnStatement> {
    const text = readMessage(given);
    if (text === null) throw new InvalidRequest([{ field: 'text', detail: 'say why you object' }]);
    await this.transactions.run(async (tx) => {
      const statement = await this.statements.findOwn(actor.readerId, statementId, tx);
      if (statement === undefined) throw new NotFound();
      if (statement.appeal?.text === text) return;
      if (statement.appeal !== null) throw new AppealMade();
      if (statement.appealableUntil === null) throw new AppealTooLate();
      const siteId = await this.appeals.insertAppeal(tx, statementId, text);
      if (siteId === undefined) throw new AppealMade();
      await noteSiteMoved(tx, siteId);
    });
    const statement = await this.statements.findOwn(actor.readerId, statementId);
    if (statement === undefined) throw new NotFound();
    return statement;
  }
}
