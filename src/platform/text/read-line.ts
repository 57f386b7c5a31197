/** Control characters, line and paragraph separators, and the marks that turn the direction of what follows them. */
const unwanted = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** What somebody gives as a name or a title, as one line in normal form. */
export function readLine(given: string): string {
  return given.replace(unwanted, ' ').normalize('NFC').trim();
}
