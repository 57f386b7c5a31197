interface PostgresError {
  code?: string;
  constraint?: string;
  driverError?: PostgresError;
}

/** Away, or too busy: 40001 and 40P01 lost against another transaction, 53… ran out of something, 55P03 and 57014 waited too long. */
const temporary = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '08001',
  '08003',
  '08006',
  '25P03',
  '40001',
  '40P01',
  '53100',
  '53200',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);
const lostConnection =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/;

function driverError(error: unknown): PostgresError {
  const outer = (error ?? {}) as PostgresError;
  return outer.driverError ?? outer;
}

/** Whether a unique constraint or index of that name refused the row. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = driverError(error);
  return code === '23505' && violated === constraint;
}

/** Whether a check constraint of that name refused the row. */
export function isCheckViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: violated } = driverError(error);
  return code === '23514' && violated === constraint;
}

/** Whether a statement was ended, as when its time was over. */
export function isCancelled(error: unknown): boolean {
  return driverError(error).code === '57014';
}

/** Whether the database could not be reached or was too busy, so that trying again later may help. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code } = driverError(error);
  if (code !== undefined && temporary.has(code)) return true;
  return error instanceof Error && lostConnection.test(error.message);
}
