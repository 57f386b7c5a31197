/**
 * The one form in which an address is kept, looked for and counted. Case folding of the database is not JavaScript's: whoever mixes the two
 * has one account under two names.
 */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}
