import { type FrameState, frameRootId, frameStateId, type Language, type Look } from '../../contract/embed';
import { inHtml, inScript } from './inert-text';

export interface FrameHead {
  language: Language;
  direction: 'ltr' | 'rtl';
  look: Look;
  styles: readonly string[];
  /** The address of the module to start, and of the words it asks for first. */
  client: string;
  catalogue: string;
}

/** What is the same however the frame looks: the heavy part, made once for everybody. */
export function frameTail(state: FrameState, markup: string): string {
  return `<title>${inHtml(state.thread.title)}</title>
</head>
<body>
<div id="${frameRootId}">${markup}</div>
<script type="application/json" id="${frameStateId}">${inScript(state)}</script>
</body>
</html>
`;
}

/** What comes before it. */
export function frameHead({ language, direction, look, styles, client, catalogue }: FrameHead): string {
  return `<!doctype html>
<html lang="${language}" dir="${direction}" data-theme="${look.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<script type="module" src="${client}"></script>
<link rel="modulepreload" href="${catalogue}">
${styles.map((style) => `<style>${style}</style>`).join('\n')}
`;
}
