/** Edges as rectangles of the screen have them. */
export interface Edges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Surroundings {
  /** The `@`. */
  letter: Edges;
  /** How large the list is. */
  list: { width: number; height: number };
  /** What it may cover: sideways the composer, else the frame. */
  within: Edges;
  isRtl: boolean;
  /** It would not be seen below, though the frame has room there. */
  isCutBelow: boolean;
}

/** Where the list stands on the screen: its left edge and its top, and how high it may be. */
export interface ListPlace {
  left: number;
  top: number;
  maxHeight: number;
}

/** Between the line that is typed and the list. */
const gap = 4;

/** Below the line, or above it where there is no room; where there is none either, as high as there is. */
export function listPlace({ letter, list, within, isRtl, isCutBelow }: Surroundings): ListPlace {
  const wanted = isRtl ? letter.right - list.width : letter.left;
  const left = Math.max(within.left, Math.min(wanted, within.right - list.width));
  const [below, above] = [within.bottom - letter.bottom - gap, letter.top - gap - within.top];
  const isAbove = list.height > below ? above > below : isCutBelow && list.height <= above;
  const maxHeight = Math.max(0, isAbove ? above : below);
  return { left, top: isAbove ? letter.top - gap - Math.min(list.height, maxHeight) : letter.bottom + gap, maxHeight };
}
