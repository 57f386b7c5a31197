import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { PageState } from '../page-state';
import { ReasonForm } from './reason-form';
import { ReasonRow } from './reason-row';
import type { SiteSettings } from './site-settings';
import { texts } from './texts';
import { Unsaved } from './unsaved';
import { useOpenRow } from './use-open-row';

export interface SettingsProps {
  workplace: Workplace;
  settings: SiteSettings;
  siteKey: string;
  /** Others read. */
  mayEdit: boolean;
}

/** Why comments are reported and decided on, in the order in which moderators choose them by number. */
export function ReasonsSection({ workplace, settings, siteKey, mayEdit }: SettingsProps): ReactNode {
  const words = texts[useWording().language];
  const { phase, items, problem } = useStore(settings.reasons.store);
  const open = useOpenRow();
  return (
    // Where nothing else takes the keyboard, it is what scrolls.
    <section aria-labelledby="settings-reasons" tabIndex={mayEdit ? undefined : 0}>
      <h2 id="settings-reasons">{words.reasons}</h2>
      <p className="quiet">{words.reasonsHint}</p>
      <PageState phase={phase} problem={problem} onTryAgain={() => void settings.reasons.load()}>
        <ol className="rows settings-rows">
          {items.map((reason, index) => (
            <ReasonRow
              key={reason.id}
              reason={reason}
              mayEdit={mayEdit}
              digit={settings.numberOf(reason.id)}
              isFirst={index === 0}
              isLast={index === items.length - 1}
              isOpen={open.id === reason.id}
              unsaved={<Unsaved workplace={workplace} purpose={`reason ${reason.id}`} />}
              onToggle={() => void settings.toggle(reason)}
              onMove={(by) => void settings.move(reason, by)}
              onOpen={() => open.turn(reason.id)}
            >
              <ReasonForm
                workplace={workplace}
                purpose={`reason ${reason.id}`}
                reason={reason}
                onSubmit={(change) => settings.changeReason(reason, change)}
                onDone={() => open.close(reason.id)}
              />
            </ReasonRow>
          ))}
        </ol>
        {mayEdit && (
          <>
            <h3>{words.newReason}</h3>
            {settings.isFull && <p className="quiet">{words.full}</p>}
            <ReasonForm workplace={workplace} purpose={`reason of ${siteKey}`} onSubmit={(request) => settings.addReason(request)} />
          </>
        )}
      </PageState>
    </section>
  );
}
