/** Every limit of the product, in one place; each name carries its unit. */
export const limits = {
  comment: {
    /** Characters as readers count them (grapheme clusters). */
    maxLength: 5_000,
    /** Replies under replies; the outermost comment has depth 0. */
    maxDepth: 60,
    editWindowMinutes: 15,
  },
  reader: {
    nameMinLength: 3,
    nameMaxLength: 40,
    emailMaxLength: 254,
  },
  password: {
    minLength: 8,
    maxLength: 128,
  },
  session: {
    embedDays: 90,
    consoleHours: 12,
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
  /** How many of what in how many seconds; then 429 with Retry-After. */
  rates: {
    logInFailuresPerAccountAndAddress: { points: 5, seconds: 900 },
    logInFailuresPerAccount: { points: 50, seconds: 3_600 },
    logInFailuresPerAddress: { points: 30, seconds: 900 },
    registrationsPerAddress: { points: 10, seconds: 3_600 },
    postsPerReader: { points: 10, seconds: 60 },
    writesPerReader: { points: 120, seconds: 60 },
    writesPerAddress: { points: 600, seconds: 60 },
  },
} as const;

export type RateName = keyof typeof limits.rates;
