import type { ListOutcome, ScreeningView } from '../../../contract/screening';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import type { SettingName } from './settings-form';
import type { RulesTexts } from './texts-en';

/** A check in plain sentences, and the settings it has. */
export interface CheckTold {
  title: string;
  sentences: string[];
  fields: SettingName[];
}

/** The policy as it is on, in its order. */
export function checksInWords(
  { wording, texts }: { wording: Wording; texts: RulesTexts },
  { settings, lists }: Pick<ScreeningView, 'settings' | 'lists'>,
): CheckTold[] {
  const { maxLinks, blockedDomains, repeatsOfReader, repeatsOfOthers, newReaderComments, newReaderHours, rejections, rejectionDays } =
    settings;
  const number = (value: number): string => wording.number(value);
  const ofLists = (outcome: ListOutcome, sentence: string): string => {
    const names = lists.filter((list) => list.isOn && list.outcome === outcome).map(({ name }) => isolated(name));
    return names.length === 0 ? texts.noLists : filled(sentence, { lists: names.join(', ') });
  };
  const sameText =
    repeatsOfReader + repeatsOfOthers === 0
      ? texts.sameTextOff
      : filled(texts.sameTextSentence, { own: number(repeatsOfReader), others: number(repeatsOfOthers) });
  const newReader =
    newReaderComments + newReaderHours === 0
      ? texts.newReaderOff
      : filled(texts.newReaderSentence, { comments: number(newReaderComments), hours: number(newReaderHours) });
  const rejected =
    rejections === 0
      ? texts.rejectionsOff
      : filled(texts.rejectionsSentence, { rejections: number(rejections), days: number(rejectionDays) });
  return [
    { title: texts.blockedWords, sentences: [ofLists('refuse', texts.blockedWordsSentence)], fields: [] },
    { title: texts.watchedWords, sentences: [ofLists('hold', texts.watchedWordsSentence)], fields: [] },
    {
      title: texts.links,
      sentences: [
        maxLinks === null ? texts.linksOff : wording.plural(texts.linksSentence, maxLinks),
        ...(blockedDomains.length === 0 ? [] : [wording.plural(texts.blockedDomainsSentence, blockedDomains.length)]),
      ],
      fields: ['maxLinks', 'trustedDomains', 'blockedDomains'],
    },
    {
      title: texts.sameText,
      sentences: [sameText, texts.sameTextHint],
      fields: ['repeatsOfReader', 'repeatsOfOthers'],
    },
    {
      title: texts.newReader,
      sentences: [newReader],
      fields: ['newReaderComments', 'newReaderHours'],
    },
    {
      title: texts.rejections,
      sentences: [rejected],
      fields: ['rejections', 'rejectionDays'],
    },
  ];
}
