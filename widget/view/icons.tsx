import type { VNode } from 'preact';

const thumb =
  'M5.5 7v6.5h-3A.5.5 0 0 1 2 13V7.5a.5.5 0 0 1 .5-.5zM5.5 7l2.6-5a1.6 1.6 0 0 1 1.8 2L9.4 6.5h3.2A1.4 1.4 0 0 1 14 8.2l-1 4.2a1.4 1.4 0 0 1-1.4 1.1H5.5z';

/** The shapes that are used many times, once. */
export function IconShapes(): VNode {
  return (
    <svg class="shapes" aria-hidden="true" width="0" height="0">
      <symbol id="parley-thumb" viewBox="0 0 16 16">
        <path d={thumb} />
      </symbol>
    </svg>
  );
}

export function Thumb({ direction }: { direction: 'up' | 'down' }): VNode {
  return (
    <svg class={`icon thumb-${direction}`} aria-hidden="true" viewBox="0 0 16 16">
      <use href="#parley-thumb" />
    </svg>
  );
}
