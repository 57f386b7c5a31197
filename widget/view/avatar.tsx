import type { VNode } from 'preact';

const hues = 12;

/** A quiet disc with the first letter of the name, in a colour that stays with the reader. */
export function Avatar({ id, name }: { id: string; name: string }): VNode {
  return (
    <span class={`avatar hue-${hueOf(id)}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return sum % hues;
}

function initialOf(name: string): string {
  return (/\p{L}|\p{N}/u.exec(name)?.[0] ?? '·').toUpperCase();
}
