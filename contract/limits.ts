/** Every limit of the product, in one place; each name carries its unit. What front ends use is exported by itself, so that they carry no more. */

export const commentLimits = {
  /** Characters as readers count them (grapheme clusters). */
  maxLength: 5_000,
  /** One character can be made of many code points; those of a real script are made of less than four on average. */
  maxCodePoints: 20_000,
  /** A longer text, in UTF-16 code units, is not even looked at: emoji are long. */
  maxCodeUnits: 30_000,
  /** Marks on one letter; no script stacks more. */
  maxMarks: 8,
  /** Replies under replies; the outermost comment has depth 0. */
  maxDepth: 60,
  editWindowMinutes: 15,
} as const;

export const passwordLimits = {
  minLength: 8,
  maxLength: 128,
} as const;

export const statementLimits = {
  /** What a moderator writes to the reader, and a reader against it. */
  messageMaxLength: 1_000,
  appealMaxLength: 2_000,
  appealMonths: 6,
} as const;

export const followLimits = {
  /** On one site. */
  maxPerReader: 2_000,
  maxMutes: 1_000,
  maxWords: 100,
  wordMaxLength: 60,
} as const;

/** Comments, followers and followees of a profile: more than so many are not counted, for everybody who looks. */
export const countedInProfile = 10_000;

/** Names that are offered to who types the beginning of one. */
export const mentionableListed = 8;

export const readerNameMaxLength = 40;

export const inboxLimits = {
  /** A count ends there: so many or more. */
  maxCounted: 100,
  /** Names that come with an item. */
  authors: 3,
  /** What is older is forgotten. */
  keptDays: 90,
  /** Readers that one comment tells because it mentions them. */
  maxMentions: 10,
  /** What became public later than so long after it was posted is told to nobody: it was brought from elsewhere. */
  newsHours: 72,
} as const;

export const noteMaxLength = 1_000;

/** So far back comments can go with a sanction: a week. */
export const maxRemovalHours = 168;

/** In UTF-16 code units, as fields of a page count them. */
export const reportLimits = {
  textMaxLength: 1_000,
  explanationMaxLength: 4_000,
  lawMaxLength: 200,
  nameMaxLength: 120,
} as const;

export const limits = {
  comment: commentLimits,
  password: passwordLimits,
  request: {
    maxBodyBytes: 65_536,
    /** Longer names and passwords are not even looked at; their own rules answer for the rest. */
    maxFieldLength: 1_000,
  },
  site: {
    nameMaxLength: 80,
    maxOrigins: 50,
    /** More than the longest host name with its scheme and port. */
    originMaxLength: 300,
  },
  thread: {
    articleKeyMaxLength: 200,
    titleMaxLength: 300,
    sectionMaxLength: 80,
    /** Percent-encoded, so in bytes. */
    urlMaxLength: 2_000,
    maxAliases: 20,
    /** Whose comments are counted in one request. */
    maxCountedArticles: 100,
    /** Threads of a site that were opened by a visitor and have no comment; more are not made until some are used or go. */
    provisionalPerSite: 10_000,
    /** A thread opened by a visitor goes when nobody opened it again, or commented, for so long. */
    provisionalHours: 24,
    /** Between two comments of a reader in a thread in slow mode. */
    maxSlowSeconds: 3_600,
    /** It is in every answer about the thread. */
    questionMaxLength: 200,
    /** Of a search by words of the title, the key or the address. */
    searchMaxLength: 200,
  },
  apiKey: {
    nameMaxLength: 80,
  },
  reader: {
    nameMinLength: 3,
    nameMaxLength: readerNameMaxLength,
    emailMaxLength: 254,
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
    heldComments: 50,
    appeals: 50,
    statements: 20,
    foundComments: 50,
    foundReaders: 20,
    threads: 50,
    roleChanges: 20,
    decisions: 50,
    /** Newest of an author's in a thread that others do not see. */
    ownUnpublished: 100,
    myComments: 20,
    /** Newest comments of a thread that a reader reported, and that are folded for them. */
    ownReported: 500,
    ownReports: 20,
    follows: 50,
    mutes: 50,
    profileComments: 20,
    listedReaders: 50,
    inbox: 20,
    feed: 20,
    /** Of a comment that stands elsewhere, in characters. */
    excerptLength: 160,
    reportedComments: 50,
  },
  profile: { counted: countedInProfile },
  follow: followLimits,
  inbox: inboxLimits,
  mentionable: {
    /** Readers that are offered at once. */
    listed: mentionableListed,
    /** Comments of a thread by whose authors a name is completed: those that changed last, as new ones do. */
    comments: 1_000,
  },
  feed: {
    /** How far back it goes. */
    keptDays: 180,
    /** Of somebody's comments, when somebody begins to follow them. */
    backfill: 20,
  },
  statement: statementLimits,
  reason: {
    titleMaxLength: 80,
    ruleMaxLength: 500,
    /** Moderators choose them by one digit. */
    maxOn: 9,
    maxPerSite: 50,
  },
  team: {
    /** How long the link of an invitation can be used. */
    invitationDays: 7,
  },
  overview: {
    /** How old it may be. */
    keptSeconds: 60,
    /** The newest, of which it is told how long they took and what became of what. */
    decisions: 5_000,
  },
  decision: {
    /** Of a comment's text beside a decision on it, in characters. */
    excerptLength: 280,
  },
  report: {
    ...reportLimits,
    excerptMaxLength: 200,
    /** Reports, and notices, that come with a reported comment. */
    shownPerComment: 20,
    /** Newest of a reader's settled reports by which the next one is weighed. */
    trackRecord: 100,
  },
  moderation: {
    /** How long a comment is kept for the moderator who looks at it; the console says again and again that they do. */
    leaseSeconds: 120,
    /** Shown above a reply: so many, and so much of each in characters. */
    parents: 3,
    parentLength: 500,
    noteMaxLength,
    maxRemovalHours,
    maxMacros: 100,
    macroNameMaxLength: 80,
  },
  civil: {
    /** Of which a good one is chosen: so many of the newest of a site, not older than so many days. */
    newest: 2_000,
    days: 30,
    /** A glance: in characters. */
    minLength: 40,
    maxLength: 280,
    minLikes: 3,
    /** For one dislike. */
    likesPerDislike: 4,
    listed: 10,
  },
  bulk: {
    /** Of one job; a selection is sent in one request. */
    maxComments: 100_000,
    maxSelected: 500,
    collectedAtOnce: 1_000,
    /** Of one thread in one transaction: readers who write there wait as long. */
    decidedAtOnce: 20,
    listed: 20,
  },
  screening: {
    maxDomains: 500,
    domainMaxLength: 253,
    maxListsPerSite: 50,
    listNameMaxLength: 80,
    termMaxLength: 80,
    maxTermsPerList: 20_000,
    /** In the lists of a site that are on. Whenever one of them changes they are compiled anew, while all else in the process waits: half a second for so many. */
    maxTermsOn: 50_000,
    /** Added or taken out in one request. */
    maxTermsAtOnce: 1_000,
  },
  search: {
    textMaxLength: 200,
    /** A count ends there: more than so many. */
    maxCounted: 10_000,
  },
  scorer: {
    urlMaxLength: 500,
    secretMaxLength: 500,
    minMilliseconds: 100,
    maxMilliseconds: 5_000,
  },
  replay: {
    /** So far back comments are looked at when a change of the rules is tried. */
    days: 30,
    /** The others of a site go when another begins. */
    keptPerSite: 50,
    listed: 10,
  },
  changes: {
    /** Who is further behind than this is told only what was removed or edited, this much of it at once, and loads the page again for the rest. */
    maxBehind: 500,
  },
  live: {
    /** Between two frames of changes to one thread's readers, and between two that only move reactions. */
    framePauseMilliseconds: 100,
    reactionsPauseMilliseconds: 1_000,
    typingPauseMilliseconds: 1_000,
    beaconMilliseconds: 15_000,
    pingIntervalMilliseconds: 15_000,
    pingTimeoutMilliseconds: 10_000,
    /** Of one message from a client. */
    maxMessageBytes: 4_096,
    maxRoomsPerSocket: 3,
    /** In which a client has to say that it wants the channel. */
    connectMilliseconds: 10_000,
    /** That a client may send in so long; then its connection is closed. */
    maxPackets: 30,
    packetsMilliseconds: 10_000,
    /** Open at once in one process; many readers can share an address. */
    maxConnections: 50_000,
    maxConnectionsPerAddress: 1_000,
    /** Who lets more than this wait is disconnected and catches up by number. */
    maxWaitingFrames: 64,
    maxWaitingBytes: 1_000_000,
    slowCheckMilliseconds: 1_000,
  },
  /** How many of what in how many seconds; then 429 with Retry-After. */
  rates: {
    logInFailuresPerAccountAndAddress: { points: 5, seconds: 900 },
    logInFailuresPerAccount: { points: 50, seconds: 3_600 },
    logInFailuresPerAddress: { points: 30, seconds: 900 },
    registrationsPerAddress: { points: 10, seconds: 3_600 },
    /** Tries of the first administrator's link. */
    setUpsPerAddress: { points: 30, seconds: 3_600 },
    /** Invitations looked at and accepted, or tried. */
    acceptancesPerAddress: { points: 60, seconds: 3_600 },
    invitationsPerModerator: { points: 60, seconds: 3_600 },
    /** Articles opened for the first time by anybody. */
    threadsPerAddress: { points: 60, seconds: 3_600 },
    callsWithApiKeyPerAddress: { points: 2_400, seconds: 60 },
    callsPerApiKey: { points: 1_200, seconds: 60 },
    postsPerReader: { points: 10, seconds: 60 },
    followsPerReader: { points: 200, seconds: 3_600 },
    /** Pages of who follows whom, where a site shows them: for who reads on in some of them, not for who collects them all. */
    listedReadersPerAddress: { points: 300, seconds: 900 },
    appealsPerReader: { points: 20, seconds: 3_600 },
    reportsPerReader: { points: 30, seconds: 3_600 },
    noticesPerAddress: { points: 20, seconds: 3_600 },
    /** References of notices that are looked up: each is one of 2⁴⁰. */
    noticeLookUpsPerAddress: { points: 60, seconds: 3_600 },
    writesPerReader: { points: 120, seconds: 60 },
    /** In the console: three for each comment, which is taken, decided on and left. */
    writesPerModerator: { points: 600, seconds: 60 },
    writesPerAddress: { points: 600, seconds: 60 },
    /** Reads that ask the database: four at once of each of 300 readers behind one address after an outage; who scrolls fast asks twice a second. */
    readsPerAddress: { points: 1_200, seconds: 15 },
    /** Opened articles and first pages that this process does not have ready; a publisher's server that includes fragments keeps them for a while. */
    lookUpsPerAddress: { points: 3_000, seconds: 15 },
    liveConnectionsPerAddress: { points: 600, seconds: 60 },
    /** Each may read as many changes as a reader can have missed. */
    liveJoinsPerAddress: { points: 1_200, seconds: 60 },
  },
} as const;

export type RateName = keyof typeof limits.rates;
