import { WordMatcher } from './word-matcher';

/** What of the text is shown to its author as the listed word. */
function excerptOf(word: string, text: string): string | undefined {
  const [match] = new WordMatcher([{ word, payload: word }]).find(text.normalize('NFC'));
  return match && text.normalize('NFC').slice(match.from, match.to).normalize('NFC');
}

/** Each row: the listed word, what the reader writes, and the part of it that is shown; without one, the whole. */
type Row = [word: string, text: string, excerpt?: string];

const plainly: Row[] = [
  ['badword', 'badword'],
  ['badword', 'BadWord'],
  ['BADWORD', 'badword'],
  ['badword', 'what a badword!', 'badword'],
  ['badword', '(badword)', 'badword'],
  ['badword', '“badword”, he said', 'badword'],
  ['badword', 'good or badword?No', 'badword'],
  ['badword', 'wow!badword', 'badword'],
  ['badword', '@badword you', 'badword'],
  ['badword', "badword's", 'badword'],
  ['badword', 'badword-like', 'badword'],
  ['badword', 'my_badword_list', 'badword'],
  ['badword', 'badword™ and badword²', 'badword'],
  ['badword', 'so **badword** it is', 'badword'],
  ['badword', '||badword||', 'badword'],
  ['badword', '[badword](https://example.org/)', 'badword'],
  ['badword', '> - badword', 'badword'],
  ['badword', 'https://badword.example/a', 'badword'],
];

const lookAlikes: Row[] = [
  ['badword', 'bаdwоrd'],
  ['badword', 'ьadword'],
  ['badword', 'ВАDWОRD'],
  ['fuck', 'fuсk'],
  ['fuck', 'fυck'],
  ['shit', 'ѕhіt'],
  ['shit', 'ЅНІТ'],
  ['shit', 'ѕһіт'],
  ['kike', 'ΚΙΚΕ'],
  ['anal', 'AΝAL'],
  ['ass', 'αss'],
  ['ass', 'aѕѕ'],
  ['сор', 'сoр'],
  ['ass', 'ｃｒａｚｙ ａｓｓ', 'ａｓｓ'],
  ['badword', '𝐛𝐚𝐝𝐰𝐨𝐫𝐝'],
  ['badword', '𝕓𝕒𝕕𝕨𝕠𝕣𝕕'],
  ['badword', '𝓫𝓪𝓭𝔀𝓸𝓻𝓭'],
  ['badword', 'ʙᴀᴅᴡᴏʀᴅ'],
  ['badword', 'ⓑⓐⓓⓦⓞⓡⓓ'],
  ['badword', '🅑🅐🅓🅦🅞🅡🅓'],
  ['badword', '🅱🅰🅳🆆🅾🆁🅳'],
  ['badword', '🇧\u200b🇦\u200b🇩\u200b🇼\u200b🇴\u200b🇷\u200b🇩'],
  ['badword', 'ᵇᵃᵈʷᵒʳᵈ'],
  ['badword', 'ɓɑđwøɍđ'],
  ['asshole', 'asshoIe'],
  ['Fotze', 'Ｆοtze'],
];

const hidden: Row[] = [
  ['badword', 'bad\u200bword'],
  ['badword', 'b\u200ca\u200dd\ufeffword'],
  ['badword', 'bad\u00adword'],
  ['badword', 'bad\u2060word'],
  ['badword', 'bad\u034fword'],
  ['badword', 'b\ufe0fadword'],
  ['badword', '\u202dbadword\u202c', 'badword'],
  ['badword', 'bad\u3164word'],
  ['badword', 'bádwörd'],
  ['badword', 'b̷a̷d̷w̷o̷r̷d̷'],
  ['badword', 'b̸͓́a̵̡͛d̶w̴o̵r̶d̸'],
  ['shit', 'šhìṭ'],
];

const spelledOut: Row[] = [
  ['badword', 'b a d w o r d'],
  ['badword', 'you are a b a d w o r d !', 'b a d w o r d'],
  ['badword', 'B  A  D  W  O  R  D'],
  ['badword', 'b\na\nd\nw\no\nr\nd'],
  ['badword', 'b.a.d.w.o.r.d'],
  ['badword', 'b-a-d-w-o-r-d'],
  ['badword', 'b_a_d_w_o_r_d'],
  ['badword', 'b*a*d*w*o*r*d'],
  ['badword', 'b/a/d/w/o/r/d'],
  ['badword', 'b, a, d, w, o, r, d'],
  ['badword', "b'a'd'w'o'r'd"],
  ['badword', 'b…a…d…w…o…r…d'],
  ['badword', 'b!a!d!w!o!r!d'],
  ['badword', 'b|a|d|w|o|r|d'],
  ['badword', 'b🔥a🔥d🔥w🔥o🔥r🔥d'],
  ['badword', 'b⠀a⠀d⠀w⠀o⠀r⠀d'],
  ['badword', '🇧 🇦 🇩 🇼 🇴 🇷 🇩'],
  ['badword', 'b a a a a d w o r d'],
  ['badword', 'b a d w 0 r d'],
  ['badword', 'b a d   w o r d'],
  ['badword', 'T H E   B A D W O R D   O F', 'B A D W O R D'],
  ['ass', 'a s s'],
  ['ass', 'a.s.s.', 'a.s.s'],
  ['ass', 'A. S. S.', 'A. S. S'],
  ['fuck', 'f.u.c.k. you', 'f.u.c.k'],
  ['fucking', 'f u c k ing'],
  ['fucking', 'f.u.c.k.ing'],
  ['kill yourself', 'k i l l y o u r s e l f'],
  ['kill yourself', 'k i l l   y o u r s e l f'],
];

const split: Row[] = [
  ['bad', 'b**a**d'],
  ['badword', '**b**adword', 'b**adword'],
  ['badword', 'bad_word'],
  ['badword', 'bad*wo*rd'],
  ['badword', 'bad||word||', 'bad||word'],
  ['badword', 'bad`word`', 'bad`word'],
  ['badword', 'bad\\word'],
  ['badword', 'bad~~word~~', 'bad~~word'],
  ['badword', 'bad-word'],
  ['badword', 'ba•dword'],
  ['badword', 'bad💩word'],
  ['fck', 'f*ck'],
  ['fck', 'f**ck'],
];

const leet: Row[] = [
  ['badword', 'b4dword'],
  ['badword', 'b@dword'],
  ['badword', 'badw0rd'],
  ['badword', '8adword'],
  ['shit', 'sh1t'],
  ['shit', 'sh!t'],
  ['shit', 'sh|t'],
  ['shit', '$hit'],
  ['shit', '5hit'],
  ['shit', 'shi7'],
  ['shit', '$h!7'],
  ['ass', 'a$$'],
  ['ass', '@ss'],
  ['kill', 'k1ll'],
  ['kill', 'ki11'],
  ['kill', 'k!11'],
  ['bitch', 'b1tch!', 'b1tch'],
  ['penis', 'p3n1s'],
  ['penis', 'p€nis'],
  ['nigger', 'ni99er'],
  ['nigger', 'n1gg3r'],
  ['idiot', '!diot'],
];

const repeated: Row[] = [
  ['bad', 'baaaad'],
  ['bad', 'bbbbaaadddd'],
  ['bad', 'BAAAD'],
  ['ass', 'asssss'],
  ['ass', 'aaasss'],
  ['asshole', 'assssshoooole'],
  ['kill', 'kiiilllll'],
  ['kill', 'k111ll'],
  ['bad', 'baаааd'],
  ['bad', 'b4444aaad'],
];

const manyWords: Row[] = [
  ['kill yourself', 'go kill yourself now', 'kill yourself'],
  ['kill yourself', 'Kill   Yourself'],
  ['kill yourself', 'kill\nyourself'],
  ['kill yourself', 'kill\n\n> yourself'],
  ['kill yourself', 'kill, yourself'],
  ['kill yourself', 'kill-yourself'],
  ['kill yourself', '**kill** your**self**', 'kill** your**self'],
  ['kill yourself', 'k1ll y0urself'],
  ['kill yourself', 'killyourself'],
  ['kill  yourself', 'kill yourself'],
  ['kill yourself', 'go k-i-l-l yourself', 'k-i-l-l yourself'],
  ['g-spot', 'g spot'],
  ['g-spot', 'g-spot'],
];

const parts: Row[] = [
  ['fuck*', 'fucking'],
  ['fuck*', 'fuck'],
  ['fuck*', 'a fucker.', 'fucker'],
  ['*tard', 'libtards and a libtard', 'libtard'],
  ['*tard*', 'libtards'],
  ['kill your*', 'kill yourselves'],
  ['바보*', '바보야'],
];

describe('a listed word', () => {
  it.each([...plainly, ...manyWords, ...parts])('%p is found in %p', (word, text, excerpt = text) => {
    expect(excerptOf(word, text)).toBe(excerpt.normalize('NFC'));
  });

  it.each([...lookAlikes, ...hidden])('%p is found in the look-alike or half hidden %p', (word, text, excerpt = text) => {
    expect(excerptOf(word, text)).toBe(excerpt.normalize('NFC'));
  });

  it.each([...spelledOut, ...split])('%p is found in the spelled out or split %p', (word, text, excerpt = text) => {
    expect(excerptOf(word, text)).toBe(excerpt.normalize('NFC'));
  });

  it.each([...leet, ...repeated])('%p is found in %p, with stand-ins or drawn out', (word, text, excerpt = text) => {
    expect(excerptOf(word, text)).toBe(excerpt.normalize('NFC'));
  });
});

describe('a listed number', () => {
  it.each<Row>([
    ['1488', 'the 1488 crowd', '1488'],
    ['14/88', '14/88'],
    ['2 girls 1 cup', '2 girls 1 cup'],
    ['h8', 'H8'],
  ])('%p is found in %p', (word, text, excerpt = text) => {
    expect(excerptOf(word, text)).toBe(excerpt);
  });
});
