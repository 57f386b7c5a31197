/** A time as a field for a day and an hour shows it: by the clock of this machine. */
export function localMinute(time: string | null): string {
  if (time === null) return '';
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Null where the field is empty. */
export function timeOfLocalMinute(text: string): string | null {
  return text === '' ? null : new Date(text).toISOString();
}
