/** One piece of an article's body, in plain text. */
export type Passage = { paragraph: string } | { heading: string } | { quote: string };

export interface DemoArticle {
  /** The publisher's key of it: what the embed tag says. */
  key: string;
  section: string;
  headline: string;
  standfirst: string;
  byline: string;
  readingMinutes: number;
  picture: { file: string; description: string; caption: string };
  body: readonly Passage[];
}

const nightTrain: DemoArticle = {
  key: 'night-train',
  section: 'Transport',
  headline: 'The 22:47 was meant to run for one winter. Nobody has had the heart to stop it',
  standfirst:
    'Merrow’s night train carries nurses, bakers and the odd wedding party along the coast while the town sleeps. On Thursday the council decides whether it will still be there in spring.',
  byline: 'By our transport correspondent',
  readingMinutes: 5,
  picture: {
    file: 'night-train.svg',
    description: 'Drawing: a lit train crosses a low bridge over the estuary under a crescent moon.',
    caption: 'The 22:47 on the estuary bridge, the only stretch where the guard dims the lights. Illustration: The Courier',
  },
  body: [
    {
      paragraph:
        'At a quarter to eleven the platform at Merrow Harbour smells of diesel, wet rope and somebody’s chips. Eleven people are waiting. The guard, who has worked this train since its first night, knows nine of them by their coats. “Two strangers,” she says, not unkindly, and makes a mark in the notebook she keeps because nobody else was counting.',
    },
    {
      paragraph:
        'The 22:47 was never supposed to become a habit. It began three winters ago as a stopgap, two old carriages and a borrowed locomotive, when a landslip closed the coast road and the late shift at the infirmary had no way home. The road reopened in March. The train, through an oversight in a spreadsheet, did not stop.',
    },
    { heading: 'A timetable nobody planned' },
    {
      paragraph:
        'It now runs six nights a week: forty-one miles up the coast to Calder Junction, nine stops, back in Merrow at ten past four. It is slow, because it shares the line with freight, and it is warm, because the heating has only one setting. On an average night it carries a hundred and thirty people, about as many as two full buses, and on the last Friday of the month it carries nearly three times that.',
    },
    {
      paragraph:
        'Who they are surprised even the railway. A third work nights: at the infirmary, the fish market, the big bakery at Sallow Bridge. A third are coming home from an evening somewhere with more than one cinema. The rest are harder to sort. There is a retired harbour pilot who rides to Calder and back every Tuesday because, he says, it is the only place where he still sleeps properly. There is a choir that rehearses in the second carriage after St Anne’s raised its rent.',
    },
    {
      quote: 'People think of it as a train for those who have somewhere to be. Most of mine just want to be on the way.',
    },
    {
      paragraph:
        'The guard’s notebook, it turns out, is the best data anyone has. The company’s counters only work when the doors are closed for more than ninety seconds, and on the 22:47 they seldom are. When the council’s officers asked for figures last autumn, they were sent a photograph of forty pages of pencil strokes. They typed them in by hand.',
    },
    { heading: 'What it costs' },
    {
      paragraph:
        'Those pages are now the centre of an argument. The train costs £612,000 a year to run and takes £248,000 in fares. The gap is paid from a resilience fund that was set up after the landslip and runs out in April. To keep the service, the council would have to find £364,000 a year: roughly what it spends on its two indoor car parks, or, as one member put it, “the price of not resurfacing Quay Street for the third time”.',
    },
    {
      paragraph:
        'Opponents are not villains in this story, and some of them ride the train. Their case is simple. A night bus on the reopened road would cost less than half as much, would go to the villages that the railway misses, and could start the week after the last train. The bus company has offered a fixed price for three years. It has also offered, less wisely, to paint the buses midnight blue.',
    },
    {
      paragraph:
        'Supporters answer that the sums leave things out. The infirmary’s own study found that it fills its night rota four weeks faster since the train began. The bakery moved its second shift here from inland, and sixty jobs with it. And the road, they point out, is the reason there was a train at all: it has been shut by water or stones on nineteen nights since it reopened, and each time the 22:47 ran.',
    },
    { heading: 'Thursday' },
    {
      paragraph:
        'There is a third proposal, which arrived late and which nobody had expected to like. It would run the train on four nights and the bus on the other three, sell one ticket for both, and review the whole thing after a year with, the paper says drily, “counters that work”. The finance officer calls it untidy but affordable. Both campaigns call it a betrayal, which in Merrow usually means that it will pass.',
    },
    {
      paragraph:
        'Beyond Sallow Bridge the line runs out on to the estuary, and the guard does something that is in no rulebook. She walks the length of the train and turns the lights down. For four minutes there is only the water, the buoys, and the glow of the town getting smaller. Conversations stop. The choir, if it is a Wednesday, hums.',
    },
    {
      paragraph:
        'Then she turns the lights up again, takes out her pencil and counts. A hundred and seven tonight. “Two strangers,” she says again, looking back down the carriage. “I’ll know their coats by Friday.”',
    },
  ],
};

const harbourBath: DemoArticle = {
  key: 'harbour-bath',
  section: 'Town',
  headline: 'The harbour bath reopens three weeks early, and the water is colder than it looks',
  standfirst: 'Calm weather and a stubborn group of volunteers have brought the first swim off the new boards forward to Saturday.',
  byline: 'By our town reporter',
  readingMinutes: 2,
  picture: {
    file: 'harbour-bath.svg',
    description: 'Drawing: a wooden bathing platform with a ladder, boats behind it and the sun low over the water.',
    caption: 'New boards, old ladder: the bath on Wednesday evening. Illustration: The Courier',
  },
  body: [
    {
      paragraph:
        'The wooden bath at the end of Cooper’s Quay will open again on Saturday at nine, three weeks before the date that hung on the gate. Volunteers laid the last of the new boards on Wednesday evening, by the light of a van’s headlamps, and the harbour office signed the papers the next morning.',
    },
    {
      paragraph:
        'The water is eleven degrees. That is two more than at this time last year and, the harbour office would like everybody to remember, still cold enough to take a strong swimmer’s breath away. There will be a lifeguard from nine to seven, a kettle from nine until it is empty, and a rope along the whole of the inner wall for those who would rather hold on to something.',
    },
    { heading: 'What is new' },
    {
      paragraph:
        'The ramp has been rebuilt with a gentler slope and a handrail on both sides, so that wheelchairs can reach the lower deck at any tide. The changing huts, which had been green since anybody can remember, are now a slightly different green. Entry stays free. The box by the gate is for the boards.',
    },
    {
      paragraph:
        'One thing has not changed. The bell at the end of the jetty is rung once by everyone who has been in, and it is considered poor form to ring it with dry hair.',
    },
  ],
};

/** The articles of the demo's newspaper, the newest first. The words are invented, as are the town and everybody in it. */
export const demoArticles = { nightTrain, harbourBath };
