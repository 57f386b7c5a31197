/** Articles asked about in one request, and characters of their keys as they are sent: an address has limits. */
const batchArticles = 100;
const batchLength = 6_000;

export function batchesOf(articles: Iterable<string>): string[][] {
  const batches: string[][] = [];
  let last: string[] | undefined;
  let length = 0;
  for (const article of articles) {
    const ownLength = encodeURIComponent(article).length + '&article='.length;
    if (!last || last.length === batchArticles || length + ownLength > batchLength) {
      last = [];
      length = 0;
      batches.push(last);
    }
    last.push(article);
    length += ownLength;
  }
  return batches;
}
