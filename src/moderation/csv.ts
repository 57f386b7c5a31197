/** What spreadsheets take for the beginning of a formula, in both widths, and what they skip before one. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A line of RFC 4180. A cell that could be a formula begins with an apostrophe instead: readers write these texts. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
