/** Of what shows the text of a comment: another text is another thing, which nobody has asked to see yet. */
export function textKey({ id, revision }: { id: string; revision: number }): string {
  return `${id} ${revision}`;
}
