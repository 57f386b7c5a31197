type Work = () => Promise<unknown>;

const works: Work[] = [];

/** Has `work` done when the bench is over, however it ends; the last one first. */
export function atEnd(work: Work): void {
  works.push(work);
}

export async function cleanUp(): Promise<void> {
  for (let work = works.pop(); work !== undefined; work = works.pop()) {
    await work().catch((error: unknown) => console.error(error));
  }
}
