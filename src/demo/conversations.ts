/** Readers of the demo's newspaper; all invented. */
export const demoReaders = [
  'Mara Lindqvist',
  'Tobias Renn',
  'Priya on Quay Street',
  'Hélène Aubry',
  'Katrin Vogt',
  'ليلى حداد',
  'Old Signalman',
  'Jonas P.',
  'Nora Ashdown',
] as const;
export type DemoReader = (typeof demoReaders)[number];
/** The one who works for the newspaper. */
export const demoEditor: DemoReader = 'Nora Ashdown';

export interface DemoComment {
  /** What other comments call it. */
  label: string;
  repliesTo?: string;
  by: DemoReader;
  minutesAgo: number;
  text: string;
  /** What it said first, and how long ago it was changed. */
  before?: { text: string; changedMinutesAgo: number };
  isWithdrawn?: boolean;
  likedBy?: readonly DemoReader[];
  dislikedBy?: readonly DemoReader[];
}

/** What is said under the first article; each reply after the comment it answers. */
export const nightTrainConversation: readonly DemoComment[] = [
  {
    label: 'sums',
    by: 'Mara Lindqvist',
    minutesAgo: 371,
    text: `I did the sums on the back of a ticket, and the bus is not as cheap as it sounds:

- The fixed price covers **three years**; the train’s figure is for one bad one.
- The bus needs the road, and the road was shut on nineteen nights.
- Nobody has said what the infirmary pays for taxis on those nights.

I would still like to see the last number before Thursday.`,
    likedBy: ['Tobias Renn', 'Priya on Quay Street', 'Hélène Aubry', 'Katrin Vogt', 'Old Signalman', 'Jonas P.'],
    dislikedBy: ['ليلى حداد'],
  },
  {
    label: 'taxis',
    repliesTo: 'sums',
    by: 'Tobias Renn',
    minutesAgo: 352,
    text: 'I asked about the taxis at the last open meeting. The answer was that they are “in a different budget”, which I suppose is true of everything somebody else pays for.',
    likedBy: ['Mara Lindqvist', 'Old Signalman', 'Jonas P.'],
  },
  {
    label: 'which budget',
    repliesTo: 'taxis',
    by: 'Mara Lindqvist',
    minutesAgo: 340,
    text: 'Did they say which one? If it is the trust’s, its accounts are public, and I have a free evening.',
    likedBy: ['Tobias Renn'],
  },
  {
    label: 'accounts',
    repliesTo: 'which budget',
    by: 'Priya on Quay Street',
    minutesAgo: 331,
    text: 'It is the trust’s. Page 34, “staff travel, irregular”: £58,400 in the year *before* the train and £9,100 in the year after. I work there, so do check it rather than believe me.',
    likedBy: ['Mara Lindqvist', 'Tobias Renn', 'Hélène Aubry', 'Katrin Vogt', 'Jonas P.'],
  },
  {
    label: 'checked',
    repliesTo: 'accounts',
    by: 'Tobias Renn',
    minutesAgo: 318,
    text: 'Checked, and you are right to the pound. I came here to argue for the bus and I am less sure of it now. Thank you.',
    likedBy: ['Mara Lindqvist', 'Priya on Quay Street', 'Hélène Aubry', 'Old Signalman'],
  },
  {
    label: 'taken back',
    by: 'Jonas P.',
    minutesAgo: 305,
    text: 'Typical. The council has made up its mind already, as it always does.',
    isWithdrawn: true,
  },
  {
    label: 'vote',
    repliesTo: 'taken back',
    by: 'Hélène Aubry',
    minutesAgo: 291,
    text: 'I do not think that is fair: two members changed their vote on the car parks last year after evenings exactly like the one on Thursday. It starts at seven and anybody may speak for three minutes.',
    likedBy: ['Mara Lindqvist', 'Katrin Vogt', 'Jonas P.'],
  },
  {
    label: 'german',
    by: 'Katrin Vogt',
    minutesAgo: 268,
    text: 'Ich pendle seit zwei Jahren mit diesem Zug zur Frühschicht in die Bäckerei. Mit dem Bus wäre ich vierzig Minuten länger unterwegs, und schlafen kann man darin auch nicht. Wer rechnet eigentlich die Zeit der Leute mit ein?',
    likedBy: ['Hélène Aubry', 'Jonas P.', 'Mara Lindqvist'],
  },
  {
    label: 'time',
    repliesTo: 'german',
    by: 'Jonas P.',
    minutesAgo: 251,
    text: 'The report does, in a footnote: it values an hour of a night worker at a third less than an hour of somebody who drives to an office. I wish I were joking.',
    likedBy: ['Katrin Vogt', 'Tobias Renn'],
  },
  {
    label: 'footnote',
    repliesTo: 'time',
    by: demoEditor,
    minutesAgo: 233,
    text: 'It is footnote 41, and you read it rightly. We had it in the first draft and cut it for length, which was a mistake: it goes back in tonight. Thank you both.',
    likedBy: ['Katrin Vogt', 'Jonas P.', 'Mara Lindqvist', 'Tobias Renn'],
  },
  {
    label: 'arabic',
    by: 'ليلى حداد',
    minutesAgo: 219,
    text: 'أعمل في المستشفى، وهذا القطار هو السبب الوحيد الذي جعلني أقبل المناوبة الليلية. أتفهّم حجة الحافلة، لكنني أرجو ألّا يُنسى أن بعضنا لا يملك سيارة.',
    likedBy: ['Priya on Quay Street', 'Mara Lindqvist', 'Hélène Aubry', 'Katrin Vogt'],
  },
  {
    label: 'lights',
    by: 'Old Signalman',
    minutesAgo: 175,
    text: `> She walks the length of the train and turns the lights down.

For the record: it *is* in a rulebook, only not in this century’s. Lamps were lowered on the estuary so that the driver could see the buoys. I am glad somebody still does it for no reason at all.`,
    before: {
      text: 'For the record: it is in a rulebook, only not in this one. Lamps were lowered on the estuary so that the driver could see the boys.',
      changedMinutesAgo: 169,
    },
    likedBy: ['Mara Lindqvist', 'Tobias Renn', 'Priya on Quay Street', 'Hélène Aubry', 'Katrin Vogt', 'ليلى حداد', 'Jonas P.'],
  },
  {
    label: 'novel',
    repliesTo: 'lights',
    by: 'Hélène Aubry',
    minutesAgo: 96,
    text: 'That is nearly the last scene of *The Slow Line*, which half of my reading group finished on this very train. ||In the book nobody turns the lights up again, and you only learn on the last page that the train was cancelled years ago.|| I prefer the Courier’s ending.',
    likedBy: ['Old Signalman', 'Priya on Quay Street'],
  },
  {
    label: 'both',
    by: 'Tobias Renn',
    minutesAgo: 47,
    text: 'Four nights of train and three of bus, one ticket, and counters that work. If both sides call it a betrayal, could we at least agree on which nights? My vote is for every Wednesday: I want to hear the choir.',
    likedBy: ['Jonas P.', 'Hélène Aubry', 'Mara Lindqvist'],
    dislikedBy: ['Old Signalman'],
  },
  {
    label: 'sunday',
    repliesTo: 'both',
    by: 'Priya on Quay Street',
    minutesAgo: 14,
    text: 'Wednesday and Sunday, please. Sunday is when the rota changes, and the first bus after midnight will not help anybody who starts at one.',
    likedBy: ['Tobias Renn'],
  },
];

/** What is said under the second article. */
export const harbourBathConversation: readonly DemoComment[] = [
  {
    label: 'breath',
    by: 'Jonas P.',
    minutesAgo: 133,
    text: 'Eleven degrees is a number. What it means is that you will say a word you did not plan to say in front of children. See you at nine.',
    likedBy: ['Hélène Aubry', 'Mara Lindqvist', 'Katrin Vogt'],
  },
  {
    label: 'ramp',
    repliesTo: 'breath',
    by: 'Mara Lindqvist',
    minutesAgo: 88,
    text: 'My father has not been down to the lower deck in six years because of the old ramp. He has been talking about the bell since breakfast. Thank you to whoever held the torch on Wednesday.',
    likedBy: ['Jonas P.', 'Old Signalman', 'Priya on Quay Street', 'ليلى حداد'],
  },
];
