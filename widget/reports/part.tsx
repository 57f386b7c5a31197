import type { VNode } from 'preact';
import { useDecisionTexts } from '../decisions/part';
import { LazyPart, useLazyPart } from '../view/lazy-part';
import type { ReportPanelProps } from './report-panel';

const views = new LazyPart(() => import('./report-views'));

/** The place to say what is wrong with a comment. */
export function ReportPart(props: Omit<ReportPanelProps, 'texts'>): VNode | null {
  const part = useLazyPart(views);
  const texts = useDecisionTexts();
  return part && texts ? <part.ReportPanel {...props} texts={texts} /> : null;
}
