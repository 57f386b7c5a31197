import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { MacroView } from '../../../contract/sanctions';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { PageState } from '../page-state';
import { MacroForm } from './macro-form';
import type { SettingsProps } from './reasons-section';
import { texts } from './texts';
import { Unsaved } from './unsaved';
import { useOpenRow } from './use-open-row';

/** What moderators write to readers again and again. */
export function MacrosSection({ workplace, settings, siteKey, mayEdit }: SettingsProps): ReactNode {
  const words = texts[useWording().language];
  const { phase, items, problem } = useStore(settings.macros.store);
  const open = useOpenRow();
  return (
    <section aria-labelledby="settings-macros">
      <h2 id="settings-macros">{words.macros}</h2>
      <p className="quiet">{words.macrosHint}</p>
      <PageState phase={phase} problem={problem} onTryAgain={() => void settings.macros.load()}>
        {items.length === 0 && <p className="quiet">{words.noMacros}</p>}
        <ul className="rows settings-rows">
          {items.map((macro) => (
            <MacroRow
              key={macro.id}
              macro={macro}
              mayEdit={mayEdit}
              isOpen={open.id === macro.id}
              unsaved={<Unsaved workplace={workplace} purpose={`macro ${macro.id}`} />}
              onOpen={() => open.turn(macro.id)}
              onDelete={() => void settings.deleteMacro(macro)}
            >
              <MacroForm
                workplace={workplace}
                purpose={`macro ${macro.id}`}
                macro={macro}
                onSubmit={(change) => settings.changeMacro(macro, change)}
                onDone={() => open.close(macro.id)}
              />
            </MacroRow>
          ))}
        </ul>
        {mayEdit && (
          <>
            <h3>{words.newMacro}</h3>
            <MacroForm workplace={workplace} purpose={`macro of ${siteKey}`} onSubmit={(macro) => settings.addMacro(macro)} />
          </>
        )}
      </PageState>
    </section>
  );
}

interface MacroRowProps {
  macro: MacroView;
  mayEdit: boolean;
  isOpen: boolean;
  /** Shown while it is closed. */
  unsaved: ReactNode;
  /** Shown while it is open. */
  children: ReactNode;
  onOpen(): void;
  onDelete(): void;
}

function MacroRow({ macro: { id, name, text }, mayEdit, isOpen, unsaved, children, onOpen, onDelete }: MacroRowProps): ReactNode {
  const words = texts[useWording().language];
  const named = { name: isolated(name) };
  return (
    <li>
      <span className="settings-what">
        <span className="row-name" dir="auto">
          {name}
        </span>
        <span className="settings-text" dir="auto">
          {text}
        </span>
        {mayEdit && !isOpen && unsaved}
      </span>
      {mayEdit && (
        <>
          <span className="settings-acts">
            <Button
              size="xs"
              variant="default"
              aria-expanded={isOpen}
              aria-controls={id}
              aria-label={filled(words.changeOf, named)}
              onClick={onOpen}
            >
              {words.change}
            </Button>
            <Button size="xs" variant="light" color="red" aria-label={filled(words.deleteOf, named)} onClick={onDelete}>
              {words.delete}
            </Button>
          </span>
          <div id={id} className="settings-open" hidden={!isOpen}>
            {isOpen && children}
          </div>
        </>
      )}
    </li>
  );
}
