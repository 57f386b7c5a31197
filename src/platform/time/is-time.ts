/** Whether the text is a time as JSON writes it, and there is such a one: the 30th of February only has the shape. */
export function isTime(text: string): boolean {
  const time = new Date(text);
  return /^[12]\d{3}-/.test(text) && !Number.isNaN(time.getTime()) && time.toISOString() === text;
}
