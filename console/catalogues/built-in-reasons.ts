export const builtInReasons = ['insult', 'hate', 'threat', 'falsehood', 'privacy', 'advertising', 'offTopic'] as const;
export type BuiltInReason = (typeof builtInReasons)[number];
