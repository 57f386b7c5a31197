/** The part of an address after the path; values that are empty are left out. */
export function queryOf(values: object): string {
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).filter(Boolean).map((one) => [name, one])),
  ).toString();
  return query === '' ? '' : `?${query}`;
}
