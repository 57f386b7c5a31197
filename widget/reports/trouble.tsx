import type { VNode } from 'preact';

/** What is wrong with the field of that id. */
export function Trouble({ id, trouble }: { id: string; trouble?: string }): VNode | null {
  if (trouble === undefined) return null;
  return (
    <p class="refusal" id={`${id}-trouble`} role="alert">
      {trouble}
    </p>
  );
}
