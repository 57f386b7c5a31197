import type { VNode } from 'preact';
import type { Language } from '../../contract/embed';
import type { DecisionTexts } from '../catalogues/decision-texts';
import type { ReportPanelProps } from '../reports/report-panel';
import type { ComposerProps } from '../view/composer';
import { textElementId, useFocusReturn } from '../view/focus';
import { LazyPart, useLazyPart } from '../view/lazy-part';
import { useFrame } from '../view/use-frame';

/** What readers see of moderation. */
const views = new LazyPart(() => import('./decision-views'));

/** Few readers need them, so that they are not in the catalogue that everybody loads. */
const catalogues: Record<Language, LazyPart<{ decisions: DecisionTexts }>> = {
  en: new LazyPart(() => import('../catalogues/decisions-en')),
  de: new LazyPart(() => import('../catalogues/decisions-de')),
  es: new LazyPart(() => import('../catalogues/decisions-es')),
  fr: new LazyPart(() => import('../catalogues/decisions-fr')),
  ar: new LazyPart(() => import('../catalogues/decisions-ar')),
};

/** The reader's comments, and what was decided about them. */
export function MinePart(): VNode | null {
  const part = useLazyPart(views);
  const texts = useDecisionTexts();
  return part && texts ? <part.MinePanel texts={texts} /> : null;
}

/** The place to say what is wrong with a comment. */
export function ReportPart(props: Omit<ReportPanelProps, 'texts'>): VNode | null {
  const part = useLazyPart(views);
  const texts = useDecisionTexts();
  return part && texts ? <part.ReportPanel {...props} texts={texts} /> : null;
}

/** Stands in the place of a composer; as high as that from the beginning, so that nothing moves. */
export function LimitPart(props: ComposerProps): VNode {
  const part = useLazyPart(views);
  const texts = useDecisionTexts();
  return part && texts ? <part.Limit {...props} texts={texts} /> : <LimitToCome place={props.place} />;
}

/** Holds the focus for it. */
function LimitToCome({ place }: Pick<ComposerProps, 'place'>): VNode {
  useFocusReturn(place);
  return <p class="notice" id={textElementId(place)} tabIndex={-1} />;
}

function useDecisionTexts(): DecisionTexts | undefined {
  return useLazyPart(catalogues[useFrame().model.state.language])?.decisions;
}
