/** What every site begins with; front ends say them in the reader's language. */
export const standardReasons = ['insult', 'hate', 'threat', 'falsehood', 'privacy', 'advertising', 'off_topic', 'illegal'] as const;
export type StandardReason = (typeof standardReasons)[number];

export const reasonGrounds = ['rules', 'law'] as const;
export type ReasonGround = (typeof reasonGrounds)[number];

/** Why a comment is reported or restricted: one of the list of its site, which is in the site's order. */
export interface ReasonView {
  id: string;
  /** Null for one of the site's own. */
  key: StandardReason | null;
  /** Null for a standard one: front ends say it in the reader's language. */
  title: string | null;
  ground: ReasonGround;
  /** The passage of the house rules, or the law, that readers are told. */
  rule: string | null;
  /** Moderators choose among those that are on. */
  isOn: boolean;
  /** Readers choose among those that are on and for reports. */
  isForReports: boolean;
}

/** A reason of the site's own, at the end of its order. What is left out: no rule, on, for reports. */
export interface MakeReasonRequest {
  title: string;
  ground: ReasonGround;
  rule?: string | null;
  isOn?: boolean;
  isForReports?: boolean;
}

/** What is left out stays as it is. Only a site's own reasons have a title to change. */
export interface ChangeReasonRequest extends Partial<MakeReasonRequest> {
  /** From 0, in the order of all the site's reasons. */
  position?: number;
}
