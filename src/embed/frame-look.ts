import { type Look, type Theme, themes } from '../../contract/embed';

const maxFonts = 10;
const colour = /^#[\da-f]{6}$/;
const fontName = /^[\p{L}\p{N}-][\p{L}\p{N} ._-]{0,59}$/u;
const keyword = /^-?[a-z][a-z-]*$/i;

/** The look that a page asks for, as far as it can be understood; everything else is left out. */
export function readLook(given: { theme?: string; accent?: string; font?: string }): Look {
  return {
    theme: themes.find((name): name is Theme => name === given.theme) ?? 'auto',
    accent: given.accent !== undefined && colour.test(given.accent) ? given.accent : undefined,
    font: given.font === undefined ? undefined : plainFonts(given.font),
  };
}

/** The plain names of a CSS font-family list, written anew. */
function plainFonts(list: string): string | undefined {
  const names = list
    .split(',')
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => fontName.test(name))
    .slice(0, maxFonts)
    .map((name) => (keyword.test(name) ? name : `"${name}"`));
  return names.length === 0 ? undefined : names.join(',');
}

/** The rule that gives the look to the styles of the widget; empty when it asks for nothing. */
export function lookStyles({ accent, font }: Look): string {
  const properties = { '--parley-accent': accent, '--parley-font': font };
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `:root{${given.map(([name, value]) => `${name}:${value}`).join(';')}}`;
}
