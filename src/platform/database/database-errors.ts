interface PostgresError {
  code?: string;
  constraint?: string;
  driverError?: PostgresError;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
]);
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/;

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

/** Whether the database could not be reached, so that trying again later may help. */
export function isDatabaseUnreachable(error: unknown): boolean {
  const { code } = driverError(error);
  if (code !== undefined && unreachable.has(code)) return true;
  return error instanceof Error && lostConnection.test(error.message);
}
