/** The address of a reader, told by the proxy that the application trusts: its limits count by address, and here many read from one machine. */
export function fromReader(place: number): { 'x-forwarded-for': string } {
  return { 'x-forwarded-for': `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}` };
}

/** What a reader who is logged in sends with what they write in the frame. */
export function asReader(token: string | undefined, place: number): Record<string, string> {
  return { cookie: cookieOf(token), 'sec-fetch-site': 'same-origin', ...fromReader(place) };
}

export function cookieOf(token: string | undefined): string {
  return `__Host-parley=${token}`;
}
