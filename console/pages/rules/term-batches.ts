/** So many words are sent at once, of so many bytes, quotes and commas included: what the service takes is more. */
const maxTerms = 500;
const maxBytes = 40_000;
const encoder = new TextEncoder();

/** Words in as many parts as it takes to send them. */
export function inBatches(terms: readonly string[]): string[][] {
  const batches: string[][] = [];
  let bytes = 0;
  for (const term of terms) {
    const size = encoder.encode(JSON.stringify(term)).length + 1;
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === maxTerms || bytes + size > maxBytes) {
      batches.push([term]);
      bytes = size;
    } else {
      batch.push(term);
      bytes += size;
    }
  }
  return batches;
}
