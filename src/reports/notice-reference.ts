/** Digits and letters that are told apart when they are said aloud or written by hand (Crockford's base 32): no I, L, O and U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const shape = /^N?([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/;

/** Forty bits of a secret, as `N-7KQ3-M2XD`. */
export function referenceOf(secret: string): string {
  const [first = 0, ...others] = Buffer.from(secret, 'base64url').subarray(0, 5);
  let bits = others.reduce((number, byte) => number * 256 + byte, first);
  let text = '';
  for (let place = 0; place < 8; place += 1) {
    text = letters.charAt(bits % 32) + text;
    bits = Math.floor(bits / 32);
  }
  return `N-${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A reference however somebody wrote it down; undefined when it cannot be one. */
export function readReference(written: string): string | undefined {
  const plain = written.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const [, first, second] = shape.exec(plain) ?? [];
  return first === undefined ? undefined : `N-${first}-${second}`;
}
