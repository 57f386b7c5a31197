import type { VNode } from 'preact';

const shapes = {
  thumb:
    'M5.5 7v6.5h-3A.5.5 0 0 1 2 13V7.5a.5.5 0 0 1 .5-.5zM5.5 7l2.6-5a1.6 1.6 0 0 1 1.8 2L9.4 6.5h3.2A1.4 1.4 0 0 1 14 8.2l-1 4.2a1.4 1.4 0 0 1-1.4 1.1H5.5z',
  reply: 'M6 3 2 7l4 4M2 7h7a5 5 0 0 1 5 5v1',
  share: 'M8 9.5v-8M5 4.5l3-3 3 3M5 7H3v7h10V7h-2',
  report: 'M3.5 14V2.5h9L10 6l2.5 3.5h-9',
  edit: 'M10 3.5 2.5 11v2.5H5L12.5 6zM8.5 5 11 7.5M10 3.5l1.5-1.5L14 4.5 12.5 6',
  withdraw: 'M2.5 4h11M6 4V2h4v2M4 4l.5 10h7L12 4M6.5 7v4M9.5 7v4',
};
export type Shape = keyof typeof shapes;

/** The shapes that are used many times, once. */
export function IconShapes(): VNode {
  return (
    <svg class="shapes" aria-hidden="true" width="0" height="0">
      {Object.entries(shapes).map(([shape, path]) => (
        <symbol key={shape} id={`parley-${shape}`} viewBox="0 0 16 16">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
}

export function Icon({ shape, class: more = '' }: { shape: Shape; class?: string }): VNode {
  return (
    <svg class={`icon icon-${shape} ${more}`} aria-hidden="true" viewBox="0 0 16 16">
      <use href={`#parley-${shape}`} />
    </svg>
  );
}
