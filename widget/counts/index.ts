import { batchesOf } from './batches';

const script = document.currentScript as HTMLScriptElement | null;

function placesByArticle(): Map<string, HTMLElement[]> {
  const places = new Map<string, HTMLElement[]>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-parley-count]')) {
    const article = element.dataset.parleyCount;
    if (article) places.set(article, [...(places.get(article) ?? []), element]);
  }
  return places;
}

function written(count: number, element: HTMLElement): string {
  const language = element.closest<HTMLElement>('[lang]')?.lang;
  try {
    return new Intl.NumberFormat(language || undefined).format(count);
  } catch {
    return String(count);
  }
}

/** Writes the number of comments into each place. What cannot be had leaves the text that is there. */
async function fill(service: string): Promise<void> {
  const places = placesByArticle();
  for (const batch of batchesOf(places.keys())) {
    const wanted = new URLSearchParams([['origin', location.origin], ...batch.map((article) => ['article', article])]);
    const answer = await fetch(`${service}/embed/counts?${wanted}`, { credentials: 'omit' });
    if (!answer.ok) return;
    const counts: Record<string, unknown> = await answer.json();
    for (const article of batch) {
      const count = counts[article];
      if (typeof count !== 'number') continue;
      for (const element of places.get(article) ?? []) element.textContent = written(count, element);
    }
  }
}

if (script?.src) {
  const begin = (): unknown => fill(new URL(script.src).origin).catch(() => undefined);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}
