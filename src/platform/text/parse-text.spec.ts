import { type Block, type Inline, type ListItem, linkSchemes, maxBlockNesting, maxInlineNesting } from '../../../contract/text';
import { normalizeText, parseText, plainText } from '.';

type Node = Block | ListItem | Inline;

const nodeTypes = 'paragraph blockquote list listItem text break strong emphasis inlineCode spoiler link'.split(' ');

const text = (value: string): Inline => ({ type: 'text', value });
const spoiler = (...children: Inline[]): Inline => ({ type: 'spoiler', children });
const link = (url: string, words = url): Inline => ({ type: 'link', url, children: [text(words)] });

/** The inlines of a text that is one paragraph. */
function inlinesOf(source: string): Inline[] {
  const [block] = parseText(source);
  if (block?.type !== 'paragraph') throw new Error(`not a paragraph: ${JSON.stringify(block)}`);
  return block.children;
}

function everyNode(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => ('children' in node ? [node, ...everyNode(node.children)] : [node]));
}

function depthOf(nodes: readonly Node[]): number {
  const depths = nodes.map((node) => ('children' in node ? 1 + depthOf(node.children) : 0));
  return depths.reduce((deepest, depth) => Math.max(deepest, depth), 0);
}

function expectSafe(source: string): void {
  for (const node of everyNode(parseText(source))) {
    expect(nodeTypes).toContain(node.type);
    if (node.type === 'link') expect(linkSchemes).toContain(new URL(node.url).protocol);
  }
}

describe('the spoilers of a comment', () => {
  it.each<[string, Inline[]]>([
    ['||*a* b||', [spoiler({ type: 'emphasis', children: [text('a')] }, text(' b'))]],
    ['*||a||*', [{ type: 'emphasis', children: [spoiler(text('a'))] }]],
    ['||a||||b||', [spoiler(text('a')), spoiler(text('b'))]],
    ['||https://example.org/||', [spoiler(link('https://example.org/'))]],
    ['||a ||b|| c||', [spoiler(text('a ||b|| c'))]],
    ['||*a|| b*', [spoiler(text('*a')), text(' b*')]],
    ['见||「死」||。', [text('见'), spoiler(text('「死」')), text('。')]],
    ['a || b || c', [text('a || b || c')]],
    ['|||a|||', [text('|||a|||')]],
    ['||a', [text('||a')]],
    ['||||', [text('||||')]],
    ['\\||a||', [text('||a||')]],
    ['`||a||`', [{ type: 'inlineCode', value: '||a||' }]],
  ])('%p hides what stands between two pairs of pipes and nothing else', (source, inlines) => {
    expect(inlinesOf(source)).toEqual(inlines);
  });
});

describe('the links of a comment', () => {
  it.each<[string, Inline[]]>([
    ['<https://example.org/a>', [link('https://example.org/a')]],
    ['<mailto:a@example.org>', [link('mailto:a@example.org')]],
    ['[write](mailto:a@example.org)', [link('mailto:a@example.org', 'write')]],
    ['[a](https://example.org "title")', [link('https://example.org/', 'a')]],
    ['[a](HTTPS://EXAMPLE.org/../b)', [link('https://example.org/b', 'a')]],
    ['https://example.org/a_b_(c)', [link('https://example.org/a_b_(c)')]],
    ['https://пример.рф/', [link('https://xn--e1afmkfd.xn--p1ai/', 'https://пример.рф/')]],
    ['[](https://example.org/)', [link('https://example.org/')]],
    ['[ \u200b](https://example.org/)', [link('https://example.org/')]],
    ['[a <https://a.example/> b](https://b.example/)', [link('https://b.example/', 'a <https://a.example/> b')]],
    ['[a](https://example.org/\u202egpj.exe)', [link('https://example.org/%E2%80%AEgpj.exe', 'a')]],
  ])('%p is a link with a normalised url', (source, inlines) => {
    expect(inlinesOf(source)).toEqual(inlines);
  });

  it.each([
    'mailto:a@example.org',
    'a@example.org',
    'www.example.org',
    'ftp://example.org/',
    '[a]()',
    '[a](/b)',
    '[a](b)',
    '[a](https:example.org)',
    '[a](mailto:)',
    '[a](//example.org)',
    'https://user:secret@example.org/',
    '[a](https://example.org@evil.example/)',
  ])('%p stays literal text', (source) => {
    expect(inlinesOf(source)).toEqual([text(source)]);
  });

  it('does not resolve references', () => {
    expect(everyNode(parseText('[a][b]\n\n[b]: /c "d"')).map(({ type }) => type)).not.toContain('link');
  });
});

describe('the blocks of a comment', () => {
  const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
  const item = (...children: Block[]): ListItem => ({ type: 'listItem', children });

  it.each<[string, Block[]]>([
    ['a\n\nb', [paragraph(text('a')), paragraph(text('b'))]],
    ['a\nb  \nc\\\nd', [paragraph(text('a'), { type: 'break' }, text('b'), { type: 'break' }, text('c'), { type: 'break' }, text('d'))]],
    ['**a** _b_', [paragraph({ type: 'strong', children: [text('a')] }, text(' '), { type: 'emphasis', children: [text('b')] })]],
    ['> a', [{ type: 'blockquote', children: [paragraph(text('a'))] }]],
    ['- a\n- b', [{ type: 'list', ordered: false, children: [item(paragraph(text('a'))), item(paragraph(text('b')))] }]],
    ['# a', [paragraph(text('# a'))]],
    ['<b>a</b>', [paragraph(text('<b>a</b>'))]],
    ['![a](https://a.example/)', [paragraph(text('!'), link('https://a.example/', 'a'))]],
    ['see https://a.example.', [paragraph(text('see '), link('https://a.example/', 'https://a.example'), text('.'))]],
  ])('%p becomes its tree', (source, tree) => {
    expect(parseText(source)).toEqual(tree);
  });

  it.each<[string, number | undefined]>([
    ['1. a', undefined],
    ['0. a', 0],
    ['7) a', 7],
  ])('%p is an ordered list that starts at %p', (source, start) => {
    expect(parseText(source)).toEqual([
      { type: 'list', ordered: true, start, children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('a')] }] }] },
    ]);
  });

  it.each(['a\n===', '---', '| a | b |', '&lt;b&gt;', '<div>a</div>'])('%p is a paragraph', (source) => {
    expect(parseText(source).map(({ type }) => type)).toEqual(['paragraph']);
  });

  it.each(['', ' ', '\n\n', '\u00a0', '\u200b\u2060', '\u3164', '\u0000'])('blank %p has no blocks', (source) => {
    expect(parseText(source)).toEqual([]);
  });

  it.each(['שלום *עולם*', '\u202eabc\u202c', '\u2067مرحبا\u2069 abc', 'ا\u200cب', '\u200fabc'])('%p keeps its direction', (source) => {
    const words = everyNode(parseText(source)).map((node) => (node.type === 'text' ? node.value : ''));
    expect(words.join('')).toBe(source.replaceAll('*', ''));
  });
});

describe('text that attacks', () => {
  const schemes = ['javascript', 'JaVaScRiPt', 'vbscript', 'data', 'file', 'blob', 'about', 'view-source', 'intent', 'livescript'];
  const scripts = [
    'javascript://example.org/%0aalert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'java\u0000script:alert(1)',
    'javascript\u00a0:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
    'javascript&#x3A;alert(1)',
    '&#106;avascript:alert(1)',
    '&#0000106avascript:alert(1)',
    'java&NewLine;script:alert(1)',
    'java&Tab;script:alert(1)',
    '\\javascript:alert(1)',
    'javascript\\:alert(1)',
    '\u0001javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    '\ufeffjavascript:alert(1)',
    '%6aavascript:alert(1)',
    'javascript%3Aalert(1)',
    'ｊavascript:alert(1)',
    'data:image/png;base64,AAAA',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'feed:javascript:alert(1)',
    'x:https://example.org',
    "https://example.org/'onmouseover='alert(1)",
    'https://example.org/"onmouseover="alert(1)',
    'https://example.org/><script>alert(1)</script>',
    'mailto:a@example.org"><svg/onload=alert(1)>',
    ...schemes.map((scheme) => `${scheme}:alert(1)`),
  ];
  const markup = [
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">a</a>',
    '<IMG """><SCRIPT>alert(1)</SCRIPT>">',
    '<svg><animate onbegin=alert(1)>',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '![a](javascript:alert(1))',
    '![a"onerror="alert(1)](https://example.org/a)',
    '[a](javascript:alert(1) "https://example.org")',
    '[a]: javascript:alert(1)\n\n[a]',
    '[a](<javascript:alert(1)>)',
    '[a](https://example.org)\u0000(javascript:alert(1))',
    '```html\n<script>alert(1)</script>\n```',
    '__proto__ [constructor](javascript:alert(1))',
  ];
  const written = scripts.flatMap((url) => [`[a](${url})`, `[a](<${url}>)`, `<${url}>`, url]);

  it.each([...written, ...markup])('%p becomes known nodes and harmless links', (source) => {
    expectSafe(source);
    expectSafe(`> - ||**${source}**||`);
  });

  it.each([
    '> '.repeat(40),
    '- '.repeat(40),
    '1. '.repeat(40),
    '> - '.repeat(40),
    '*a **b '.repeat(40),
    '*a '.repeat(3_000),
    '_a ||b **c '.repeat(900),
    '['.repeat(10_000),
    '*'.repeat(10_000),
    '`'.repeat(10_000),
    '||'.repeat(5_000),
  ])('an endless %.20p stays within the depth of the contract', (marks) => {
    for (const source of [marks, `${marks}a${[...marks].reverse().join('')}`]) {
      const depth = depthOf(parseText(source));
      expect(depth).toBeLessThanOrEqual(maxBlockNesting + 1 + maxInlineNesting);
    }
  });

  it('keeps the words and marks beyond the depth as literal text', () => {
    const tooDeep = maxBlockNesting + 2;
    const words = everyNode(parseText(`${'> '.repeat(tooDeep)}a`)).at(-1);
    expect(words).toEqual(text('> > a'));
    const emphasised = parseText(`${'**_'.repeat(5)}a${'_**'.repeat(5)}`);
    expect(plainText(emphasised)).toBe('_**_a_**_');
    const deep = `${'*a '.repeat(maxInlineNesting + 2)}b${' c*'.repeat(maxInlineNesting + 2)}`;
    expect(everyNode(parseText(deep))).toContainEqual(text('a *a *a b c* c* c'));
  });
});

describe('random text', () => {
  const marks = '* ** _ ` || | [ ] ( ) < > - 1. \\ ! &#58; @ ]( :// https:// javascript: mailto: example.org'.split(' ');
  const links = ['https://example.org/', '[a](https://example.org)', '<https://example.org>', '||a||', '> '];
  const pieces = [...marks, ...links, ' ', '\n', '\n\n', '\t', 'a', 'e\u0301', '👩‍👩‍👧', '\ud800', '\u202e', '\u0000', '\r'];

  it('always becomes a safe tree, and the same one after normalising', () => {
    const seed = Number(process.env.TEXT_SEED ?? 20_260_101);
    const random = randomFrom(seed);
    for (let round = 0; round < 2_000; round += 1) {
      const source = Array.from({ length: Math.floor(random() * 40) }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      try {
        expectSafe(source);
        expect(normalizeText(normalizeText(source))).toBe(normalizeText(source));
        expect(parseText(normalizeText(source))).toEqual(parseText(source));
      } catch (error) {
        throw new Error(`TEXT_SEED=${seed}, round ${round}: ${JSON.stringify(source)}`, { cause: error });
      }
    }
  });
});

/** A linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
