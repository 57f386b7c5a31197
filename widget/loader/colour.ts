/** Red, green, blue and opacity, each from 0 to 1. */
export type Channels = [red: number, green: number, blue: number, opacity: number];

/** What a colour is at a place, however it is written. The probe is an element there; it takes the colour on. */
export function channelsOf(colour: string, probe: HTMLElement): Channels | undefined {
  // Browsers write what they mixed in one way, whatever they mixed.
  probe.style.setProperty('color', `color-mix(in srgb, ${colour}, ${colour})`, 'important');
  return readChannels(getComputedStyle(probe).color);
}

/** Reads `color(srgb 0 0.35 0.61 / 0.5)`. */
export function readChannels(computed: string): Channels | undefined {
  const numbers = /^color\(srgb (.+)\)$/.exec(computed)?.[1]?.split(/[ /]+/);
  if (!numbers) return undefined;
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers.map((number) => Math.min(1, Math.max(0, Number(number) || 0)));
  return [red, green, blue, opacity];
}

/** Undefined for what is see-through. */
export function hexOf(channels: Channels | undefined): string | undefined {
  if (channels?.[3] !== 1) return undefined;
  const digits = channels.slice(0, 3).map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/** Where text that is nearly black and text that is nearly white stand out equally. */
const middleLuminance = 0.18;

export function isDark([red, green, blue]: Channels): boolean {
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 < middleLuminance;
}

/** One colour laid over another. */
export function laidOver(upper: Channels, lower: Channels): Channels {
  const [own, through] = [upper[3], (1 - upper[3]) * lower[3]];
  const opacity = own + through;
  const mixed = (channel: 0 | 1 | 2): number => opacity && (upper[channel] * own + lower[channel] * through) / opacity;
  return [mixed(0), mixed(1), mixed(2), opacity];
}
