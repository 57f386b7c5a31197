import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ReasonView } from '../../../contract/reasons';
import type { SiteReasons } from '../../reasons/site-reasons';
import { useWording } from '../../view/wording-context';
import { Numbered } from './numbered';
import { texts as textsByLanguage } from './texts';

interface ReasonChoiceProps {
  label: string;
  reasons: SiteReasons;
  onChoose(reason: ReasonView): void;
}

/** The site's reasons by number; or that they are not there, and how to get them. */
export function ReasonChoice({ label, reasons, onChoose }: ReasonChoiceProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { phase, reasons: known } = useStore(reasons.store);
  if (phase === 'loading')
    return (
      <p role="status" tabIndex={-1} data-autofocus>
        {texts.reasonsLoading}
      </p>
    );
  if (phase === 'failed')
    return (
      <div className="choice-failed" role="alert">
        <p>{texts.reasonsFailed}</p>
        <Button data-autofocus variant="default" onClick={() => void reasons.reload()}>
          {wording.texts.frame.tryAgain}
        </Button>
      </div>
    );
  const choose = (digit: string): void => {
    const reason = reasons.numbered(digit);
    if (reason !== undefined) onChoose(reason);
  };
  return <Numbered label={label} choices={known.map((reason) => ({ id: reason.id, label: wording.reason(reason) }))} onChoose={choose} />;
}
