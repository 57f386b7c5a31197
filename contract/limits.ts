/** Every limit of the product, in one place; each name carries its unit. */
export const limits = {
  comment: {
    /** Characters as readers count them (grapheme clusters). */
    maxLength: 5_000,
    /** Replies under replies; the outermost comment has depth 0. */
    maxDepth: 60,
    editWindowMinutes: 15,
    /** Posts of one reader. */
    postsPerMinute: 10,
  },
  page: {
    /** Top-level comments of a page, and direct replies of a page of replies. */
    comments: 20,
    /** Replies that come with each comment, on each of `replyLevels` levels. */
    repliesPerComment: 3,
    replyLevels: 2,
  },
  changes: {
    /** Who is further behind than this loads the page again. */
    maxBehind: 500,
  },
} as const;
