import type { ReactNode } from 'react';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import { texts } from './texts';

/** Who has which role on a site. */
export function TeamPage(): ReactNode {
  const { language } = useWording();
  return <PageFrame title={texts[language].title}>{null}</PageFrame>;
}
