import { commentElementId } from '../view/focus';

/** In pixels: of what stands in the place of a comment; undefined where it is not on the page, or not seen. */
export function innerHeightOf(id: string): number | undefined {
  const element = document.getElementById(commentElementId(id));
  if (!element?.checkVisibility()) return undefined;
  const { paddingTop, paddingBottom } = getComputedStyle(element);
  return element.getBoundingClientRect().height - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}
