export { inForceSql, isSanctionedSql, type Sanction, sanctionSql } from './sanction';
export { assertMayReact, assertMaySpeak } from './sanction.policy';
export { GivenReason, OwnSanction, StatementView } from './sanctions.dto';
export { SanctionsModule } from './sanctions.module';
export { SanctionsRepository } from './sanctions.repository';
export { givenReason, givenReasonSql, type StatementRow, StatementsRepository, statementColumns } from './statements.repository';
