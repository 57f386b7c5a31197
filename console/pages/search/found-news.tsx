import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { PageNews } from '../page-news';
import type { SearchProps } from './search-props';
import { texts } from './texts';

/** What was decided last. */
export function FoundNews({
  decisions,
  actions,
}: Pick<SearchProps, 'decisions'> & { actions: Pick<SearchProps['actions'], 'undo'> }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language].told;
  const { told } = useStore(decisions.store);
  const sentence =
    told === null
      ? words.none
      : filled(words[told.kind], { author: isolated(told.author), trouble: told.kind === 'notDone' ? wording.trouble(told.trouble) : '' });
  return <PageNews acts={decisions.recent} told={sentence} isBad={told?.kind === 'notDone'} undo={actions.undo} />;
}
