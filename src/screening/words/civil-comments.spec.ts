import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { normalizeText } from '../../platform/text';
import { WordMatcher } from './word-matcher';

const rude = [
  ...'ass asses asshole assholes dumbass jackass badass bastard bastards bitch bitches bitching bloody bollocks boner boob boobs bugger'.split(
    ' ',
  ),
  ...'bullshit butt butthole clit cock cocks cocksucker coon crap crappy cum cunt cunts damn damned dick dicks dickhead dipshit douche'.split(
    ' ',
  ),
  ...'douchebag dyke dumb dumber fag faggot faggots fat fatass fool fools fuck fucked fucker fucking goddamn gook hell horny ho hoe homo'.split(
    ' ',
  ),
  ...'horseshit idiot idiots idiotic ignorant imbecile jap jerk kike kill liar liars loser losers moron moronic morons motherfucker'.split(
    ' ',
  ),
  ...'nazi nazis negro nigger niggers paki pathetic pedophile penis piss pissed porn prick pussy queer racist rape rapist retard retarded'.split(
    ' ',
  ),
  ...'scum scumbag sex sexist shit shithead shitty silly slut sluts spic stupid stupidity suck sucks thug tit tits traitor tranny trash'.split(
    ' ',
  ),
  ...'troll trolls turd twat vagina vermin wank wanker whore whores wetback wtf'.split(' '),
  ...['kill yourself', 'shut up'],
];
const matcher = new WordMatcher(rude.map((word) => ({ word, payload: word })));

/** The real comments of bench/data, as they are stored. */
const comments = readFileSync(resolve('bench/data/civil-comments-sample.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => normalizeText((JSON.parse(line) as { text: string }).text));

describe('real comments', () => {
  it('have the listed words that stand in them as words, and two disguised ones that a person agreed to', () => {
    const asWritten = comments.flatMap((text) => matcher.find(text).map(({ term, from, to }) => ({ term, excerpt: text.slice(from, to) })));
    const disguised = asWritten.filter(({ term, excerpt }) => excerpt.toLowerCase() !== term.word);
    expect(disguised.map(({ term, excerpt }) => [term.word, excerpt.replace(/(.)\1{2,}/g, '$1…')])).toEqual([
      ['suck', 'suc…k…'],
      ['shit', 'sh-it'],
    ]);
    expect(asWritten.length - disguised.length).toBeGreaterThan(80);
  });

  it.each(rude)('have %p wherever it stands as a word', (word) => {
    const plain = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu');
    const missed = comments.filter((text) => plain.test(text) && !matcher.find(text).some(({ term }) => term.word === word));
    expect(missed).toEqual([]);
  });
});
