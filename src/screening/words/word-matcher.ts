export interface Match<Term> {
  term: Term;
  from: number;
  to: number;
}

/** Finds listed words as whole words. */
export class WordMatcher<Term extends { word: string }> {
  constructor(private readonly terms: readonly Term[]) {}

  find(text: string): Match<Term>[] {
    const folded = text.toLowerCase();
    return this.terms.flatMap((term) => {
      const from = folded.search(new RegExp(`(?<![\\p{L}\\p{N}])${term.word.toLowerCase()}(?![\\p{L}\\p{N}])`, 'u'));
      return from < 0 ? [] : [{ term, from, to: from + term.word.length }];
    });
  }
}
