import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { filled, isolated, type Wording } from '../../catalogues/wording';
import { PageFrame } from '../../view/page-frame';
import { useWording } from '../../view/wording-context';
import type { PageProps } from '../page-props';
import { useMayEdit } from '../use-may-edit';
import { FollowingSection } from './following-section';
import { MacrosSection } from './macros-section';
import { ProblemTold } from './problem-told';
import { ReasonsSection } from './reasons-section';
import './settings.css';
import { SettingsApi } from './settings-api';
import { type Told as LastDone, SiteSettings } from './site-settings';
import { texts } from './texts';

/** What an editor sets up for those who moderate a site, and they read. */
export function SettingsPage({ workplace, place: { siteKey } }: PageProps): ReactNode {
  const words = texts[useWording().language];
  const [settings] = useState(
    () => new SiteSettings(new SettingsApi(workplace.api, siteKey), workplace, () => void workplace.reasons.reload()),
  );
  useEffect(() => void settings.load(), [settings]);
  const mayEdit = useMayEdit(workplace);
  const parts = { workplace, settings, siteKey, mayEdit };
  return (
    <PageFrame title={words.title}>
      {!mayEdit && <p className="settings-readers">{words.onlyEditors}</p>}
      <div className="site-settings">
        <ReasonsSection {...parts} />
        <MacrosSection {...parts} />
        <FollowingSection {...parts} />
      </div>
      {mayEdit && <Told settings={settings} />}
    </PageFrame>
  );
}

/** What was done last, always in the same place. */
function Told({ settings }: { settings: SiteSettings }): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const { told, problem, deleted } = useStore(settings.store);
  const putBack = useRef<HTMLButtonElement>(null);
  // The row that had the keyboard is gone: it goes to what brings the row back.
  useEffect(() => {
    if (deleted !== null) putBack.current?.focus();
  }, [deleted]);
  return (
    <div className="settings-told">
      <p role="status">{told !== null && filled(words.told[told.kind], { name: isolated(nameIn(told, wording)) })}</p>
      <ProblemTold problem={problem} />
      {deleted !== null && (
        <Button ref={putBack} size="xs" variant="default" onClick={() => void settings.putBack()}>
          {filled(words.putBack, { name: isolated(deleted.name) })}
        </Button>
      )}
    </div>
  );
}

/** Of what was changed; nothing where there is only one of it. */
function nameIn(told: LastDone, wording: Wording): string {
  if ('reason' in told) return wording.reason(told.reason);
  return 'name' in told ? told.name : '';
}
