export { DatabaseModule } from './database.module';
export { isCheckViolation, isDatabaseUnreachable, isUniqueViolation } from './database-errors';
export { clientConfig, type DatabaseConnection, dataSourceOptions } from './database-options';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
export { migrate, migrationNames } from './migrate';
export { Reads } from './reads';
export { type Sql, type Transaction, Transactions } from './transactions';
