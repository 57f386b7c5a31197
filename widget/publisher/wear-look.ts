import type { Look } from '../../contract/embed';

const colour = /^#[\da-f]{6}$/i;
/** Names of fonts, quoted or not, and nothing that could mean more. */
const plainFonts = /^[\p{L}\p{N} ,._'"-]{1,300}$/u;

/** Gives the document the look of the article page, as far as it can be understood. The styles make every colour readable. */
export function wearLook({ theme, accent, font }: Look, root: HTMLElement): void {
  root.dataset.theme = theme;
  if (accent !== undefined && colour.test(accent)) root.style.setProperty('--parley-accent', accent);
  if (font !== undefined && plainFonts.test(font)) root.style.setProperty('--parley-font', font);
}
