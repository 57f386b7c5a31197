/**
 * Does something once, when an element is below all that is on screen: whatever it does to the height of that, nothing moves that somebody reads.
 * The frame does not scroll and is not told what the article page shows of it: the part of `around` that browsers count as visible says so.
 * @returns gives it up
 */
export function onceBelowScreen(element: Element, around: Element, run: () => void): () => void {
  const look = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting, intersectionRect } of entries) {
      if (target === element && !isIntersecting) {
        // Asks anew how far the screen reaches.
        observer.unobserve(around);
        observer.observe(around);
      }
      if (target === around && isIntersecting && element.getBoundingClientRect().top >= intersectionRect.bottom) {
        observer.disconnect();
        run();
        return;
      }
    }
  };
  const observer = new IntersectionObserver(look);
  observer.observe(element);
  return () => observer.disconnect();
}
