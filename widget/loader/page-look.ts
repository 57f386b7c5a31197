import type { Look, Theme } from '../../contract/embed';

const themes: Record<string, Theme | undefined> = { light: 'light', dark: 'dark' };

/** How the conversation should look at its place of the article page. */
export function lookAt(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  return {
    theme: themes[element.dataset.parleyTheme ?? ''] ?? 'auto',
    accent: hexOf(linkColour(element, style.getPropertyValue('--parley-accent'))),
    font: style.fontFamily || undefined,
  };
}

/** The colour asked for, else that of a link which stood there, as the browser computes it. */
function linkColour(element: HTMLElement, asked: string): string {
  const link = document.createElement('a');
  link.href = '#';
  link.style.color = asked;
  element.append(link);
  const { color } = getComputedStyle(link);
  link.remove();
  return color;
}

/** `rgb(0, 90, 156)` as `#005a9c`; undefined for what is see-through or no sRGB colour. */
export function hexOf(computed: string): string | undefined {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)?.slice(1);
  return channels && `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`;
}
