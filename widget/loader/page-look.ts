import type { Look, Theme } from '../../contract/embed';
import { type Channels, channelsOf, hexOf, isDark, laidOver } from './colour';

const themes: Record<string, Theme | undefined> = { light: 'light', dark: 'dark' };
/** Changes of the page often come in crowds. */
const settleMilliseconds = 50;

/** How a place of the article page looks, and what suits it. */
export interface PlaceLook {
  /** What the page is there, which the frame lets through; `auto` where nobody can know. */
  ground: Theme;
  look: Look;
}

export function lookAt(element: HTMLElement): PlaceLook {
  const { fontFamily } = getComputedStyle(element);
  const asked = getComputedStyle(element).getPropertyValue('--parley-accent');
  // A link that stood there: it shows the page's colour of links, and then every colour that it is asked about.
  const link = document.createElement('a');
  link.href = '#';
  link.style.cssText = 'transition:none!important';
  link.style.color = asked;
  element.append(link);
  const accent = hexOf(channelsOf(getComputedStyle(link).color, link));
  const ground = groundBelow(element, link);
  link.remove();
  return { ground, look: { theme: themes[element.dataset.parleyTheme ?? ''] ?? ground, accent, font: fontFamily || undefined } };
}

/** Whether all that is painted below an element makes a light ground or a dark one. */
function groundBelow(element: HTMLElement, probe: HTMLElement): Theme {
  let seen: Channels = [0, 0, 0, 0];
  const see = (colour: string): void => {
    const channels = channelsOf(colour, probe);
    if (channels) seen = laidOver(seen, channels);
  };
  for (const place of placesOf(element)) see(getComputedStyle(place).backgroundColor);
  // Below everything is the canvas, as light or dark as the whole page says it is.
  probe.style.colorScheme = getComputedStyle(document.documentElement).colorScheme;
  see('Canvas');
  if (!seen[3]) return 'auto';
  return isDark(seen) ? 'dark' : 'light';
}

/** An element and all it is in, the innermost first. */
function placesOf(element: Element): Element[] {
  const places: Element[] = [];
  for (let place: Element | undefined = element; place; place = place.parentElement ?? (place.getRootNode() as ShadowRoot).host) {
    places.push(place);
  }
  return places;
}

/** Calls back soon after anything happened by which an element may look different. What it returns ends that. */
export function onNewLook(element: HTMLElement, tell: () => void): () => void {
  let timer: number | undefined;
  const listening = new AbortController();
  const { signal } = listening;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      tell();
    }, settleMilliseconds);
  };
  const observer = new MutationObserver(soon);
  for (const place of placesOf(element)) observer.observe(place, { attributes: true });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon, { signal });
  addEventListener('transitionend', ({ target }) => (target as Node).contains(element) && soon(), { signal });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    listening.abort();
  };
}
