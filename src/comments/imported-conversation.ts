/** A comment that was written elsewhere, or earlier. */
export interface ImportedComment {
  id: string;
  /** Another comment of the same import, given before this one. */
  parentId: string | null;
  authorId: string;
  /** What it said, and since when; more than one if it was edited. The last counts. */
  texts: readonly [ImportedText, ...ImportedText[]];
  /** Its author took it back. */
  isWithdrawn?: boolean;
}

export interface ImportedText {
  text: string;
  at: Date;
}

/** An imported comment in its place, with what it counts. */
export interface PlacedComment extends ImportedComment {
  rootId: string;
  depth: number;
  /** Its direct replies that are visible. */
  replyCount: number;
  isVisible: boolean;
}

/** Where each comment stands and how many visible replies it has; in the given order. A withdrawn one with such replies is visible as a tombstone. */
export function placeComments(comments: readonly ImportedComment[]): PlacedComment[] {
  const placed = new Map<string, PlacedComment>();
  for (const comment of comments) {
    const parent = comment.parentId === null ? undefined : placed.get(comment.parentId);
    if (comment.parentId !== null && parent === undefined)
      throw new Error(`The parent of the imported comment ${comment.id} does not come before it.`);
    placed.set(comment.id, {
      ...comment,
      rootId: parent?.rootId ?? comment.id,
      depth: parent === undefined ? 0 : parent.depth + 1,
      replyCount: 0,
      isVisible: !comment.isWithdrawn,
    });
  }
  const inOrder = [...placed.values()];
  for (const comment of inOrder.toReversed()) {
    const parent = comment.parentId === null ? undefined : placed.get(comment.parentId);
    if (parent === undefined || !comment.isVisible) continue;
    parent.replyCount += 1;
    parent.isVisible = true;
  }
  return inOrder;
}
