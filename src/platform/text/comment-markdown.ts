import MarkdownIt from 'markdown-it';
import { linkSchemes, maxBlockNesting } from '../../../contract/text';

type BlockRule = ReturnType<MarkdownIt.ParserBlock['ruler']['getRules']>[number];

const absoluteUrl = /^(?:https?:\/\/|mailto:[^@]+@)[^\s\p{Cc}]+$/iu;
const textWithoutMarks = /[^\n*:<[\\\]_`|]+/y;
const pipe = '|'.charCodeAt(0);

/** CommonMark with all but the constructs of a comment switched off, plus `||spoilers||`. */
export function commentMarkdown(): MarkdownIt.MarkdownIt {
  const parser = new MarkdownIt('zero', { linkify: true });
  parser.block.ruler.enable(['blockquote', 'list']);
  parser.inline.ruler.enable(['linkify', 'newline', 'escape', 'backticks', 'emphasis', 'link', 'autolink']);
  parser.inline.ruler2.enable(['emphasis']);
  boundBlockNesting(parser);
  recogniseSpoilers(parser);
  recogniseBareUrls(parser);
  parser.normalizeLink = (url) => safeUrl(url) ?? '';
  parser.validateLink = (url) => url !== '';
  parser.normalizeLinkText = (text) => text;
  return parser;
}

/** markdown-it drops what is nested deeper than its limit; here it falls through to a paragraph. */
function boundBlockNesting(parser: MarkdownIt.MarkdownIt): void {
  const [blockquote, list] = parser.block.ruler.getRules('');
  if (!blockquote || !list) throw new Error('markdown-it has no block rules');
  const endsOthers = ['paragraph', 'reference', 'blockquote'];
  parser.block.ruler.at('blockquote', within(maxBlockNesting - 1, blockquote), { alt: [...endsOthers, 'list'] });
  parser.block.ruler.at('list', within(maxBlockNesting - 2, list), { alt: endsOthers });
}

function within(maxLevel: number, rule: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!silent && state.level > maxLevel) return false;
    return rule(state, startLine, endLine, silent);
  };
}

function recogniseSpoilers(parser: MarkdownIt.MarkdownIt): void {
  parser.inline.ruler.at('text', readText);
  parser.inline.ruler.before('emphasis', 'spoiler', readSpoilerMarks);
  parser.inline.ruler2.before('emphasis', 'spoiler', pairSpoilerMarks);
}

/** Stands in for markdown-it's own rule, which would read over a pipe. */
function readText(state: MarkdownIt.StateInline, silent: boolean): boolean {
  textWithoutMarks.lastIndex = state.pos;
  const run = textWithoutMarks.exec(state.src)?.[0].slice(0, state.posMax - state.pos);
  if (!run) return false;
  if (!silent) state.pending += run;
  state.pos += run.length;
  return true;
}

/** A run of two pipes (or four, six: one spoiler right after another) opens before and closes after a character that is not blank. */
function readSpoilerMarks(state: MarkdownIt.StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== pipe) return false;
  const { length } = state.scanDelims(state.pos, true);
  if (length % 2 !== 0) {
    state.pending += '|'.repeat(length);
    state.pos += length;
    return true;
  }
  const open = /\S/.test(state.src.charAt(state.pos + length));
  const close = /\S/.test(state.src.charAt(state.pos - 1));
  for (let mark = 0; mark < length; mark += 2) {
    state.push('text', '', 0).content = '||';
    state.delimiters.push({ marker: pipe, length: 0, token: state.tokens.length - 1, end: -1, open, close });
  }
  state.pos += length;
  return true;
}

function pairSpoilerMarks(state: MarkdownIt.StateInline): boolean {
  const groups = [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters ?? [])];
  for (const delimiters of groups) {
    for (const delimiter of delimiters.filter(({ marker, end }) => marker === pipe && end !== -1)) {
      turnInto('spoiler_open', 1, state.tokens[delimiter.token]);
      turnInto('spoiler_close', -1, state.tokens[delimiters[delimiter.end]?.token ?? -1]);
    }
  }
  return true;
}

function turnInto(type: string, nesting: 1 | -1, token: MarkdownIt.Token | undefined): void {
  if (!token) return;
  Object.assign(token, { type, nesting, markup: '||', content: '' });
}

function recogniseBareUrls(parser: MarkdownIt.MarkdownIt): void {
  // A pipe ends a url, or `||https://example.org||` would never close.
  parser.linkify.re.get_text_separators = () => /[><|\uff5c]/;
  for (const scheme of ['ftp:', '//', 'mailto:']) parser.linkify.add(scheme, null);
  // Credentials are read as part of the url so that safeUrl can refuse the whole.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false, urlAuth: true });
}

/** The URL as browsers understand it, or null when it may not be linked. Credentials serve only to disguise the host. */
function safeUrl(written: string): string | null {
  if (!absoluteUrl.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') return null;
  return linkSchemes.some((scheme) => scheme === url.protocol) ? url.href : null;
}
