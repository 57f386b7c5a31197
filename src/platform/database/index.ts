export { DatabaseModule } from './database.module';
export { isCheckViolation, isDatabaseUnavailable, isUniqueViolation } from './database-errors';
export { assertServerTakes } from './database-guards';
export { clientConfig, type DatabaseConnection, dataSourceOptions, migratingOptions } from './database-options';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';
export { migrate, migrationNames } from './migrate';
export { Notices } from './notices';
export { Reads, TookTooLong } from './reads';
export { type Sql, type Transaction, Transactions } from './transactions';
