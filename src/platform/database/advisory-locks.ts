/** All advisory locks there are, so that none has the number of another. The numbers are arbitrary but must never change. */
export const advisoryLocks = {
  migration: 7_211_041_968,
  /** Of the embedded server, by the one process that may use it: held as long as it runs. */
  ownership: 7_211_041_969,
  searchDocuments: 7_211_041_970,
} as const;
