import { type LoaderMessage, themes } from '../../contract/embed';

/** What a message says, if it is one of those that a loader sends. */
export function readLoaderMessage(data: unknown): LoaderMessage | undefined {
  const { parley, look } = Object(data) as Record<string, unknown>;
  if (parley === 'login') return { parley };
  if (parley !== 'look') return undefined;
  const { theme, accent, font } = Object(look) as Record<string, unknown>;
  return {
    parley,
    look: {
      theme: themes.find((name) => name === theme) ?? 'auto',
      ...(typeof accent === 'string' && { accent }),
      ...(typeof font === 'string' && { font }),
    },
  };
}
