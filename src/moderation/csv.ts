/**
 * What spreadsheets take for the beginning of a formula, in both widths, and what they skip before one. Where the list separator of a country is `;` or a
 * tab they open a table of commas all the same, and take quotes inside a line for text: a formula then begins after each of those, and in each line.
 */
const formula = /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** A line of RFC 4180. What could be a formula has an apostrophe before it: readers write these texts. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replace(formula, "'").replaceAll('"', '""')}"`).join(',')}\r\n`;
}
