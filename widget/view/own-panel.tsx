import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { adoptStyles } from './adopt-styles';
import { afterRendering, useFocusReturn } from './focus';
import styles from './own-panel.css?inline';
import { useFrame } from './use-frame';

adoptStyles(styles);

export interface OwnPanelProps {
  id: string;
  class: string;
  title: string;
  /** Of the button that leads back. */
  back: string;
  onClose(): void;
  children: ComponentChildren;
}

/** Something that belongs to the reader, in the place of the conversation. */
export function OwnPanel({ id, class: kind, title, back, onClose, children }: OwnPanelProps): VNode {
  const heading = useHeading();
  return (
    <section
      class={`own-panel ${kind}`}
      aria-labelledby={titleIdOf(id)}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <button type="button" class="link" onClick={onClose}>
        {back}
      </button>
      <h2 id={titleIdOf(id)} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Takes the focus, and is brought into sight where the reader comes from further down; back there when it is closed. */
function useHeading(): { current: HTMLHeadingElement | null } {
  const { act } = useFrame();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusReturn();
  useLayoutEffect(() => {
    const isFromBelow = document.activeElement?.closest('.page-head') === null;
    heading.current?.focus({ preventScroll: true });
    if (!isFromBelow) return;
    const show = (element: Element | null): void => act((frame) => element && frame.bringIntoSight(element));
    show(heading.current);
    return () => afterRendering(() => afterRendering(() => show(document.activeElement)));
  }, []);
  return heading;
}

export interface TabsProps<Tab extends string> {
  panelId: string;
  /** In their order, each with what stands on it. */
  tabs: readonly (readonly [Tab, ComponentChildren])[];
  chosen: Tab;
  onShow(tab: Tab): void;
}

export function Tabs<Tab extends string>({ panelId, tabs, chosen, onShow }: TabsProps<Tab>): VNode {
  const step = (event: KeyboardEvent): void => {
    const index = tabs.findIndex(([tab]) => tab === chosen) + stepOf(event);
    const [next] = tabs[(index + tabs.length) % tabs.length] ?? [];
    if (next === undefined || next === chosen) return;
    event.preventDefault();
    onShow(next);
    document.getElementById(tabIdOf(panelId, next))?.focus();
  };
  return (
    <div class="orders" role="tablist" aria-labelledby={titleIdOf(panelId)} onKeyDown={step}>
      {tabs.map(([tab, label]) => (
        <button
          key={tab}
          type="button"
          class="order"
          role="tab"
          id={tabIdOf(panelId, tab)}
          aria-selected={tab === chosen}
          aria-controls={panelId}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onShow(tab)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** What belongs to the tab that is chosen. */
export function TabPanel({ panelId, tab, children }: { panelId: string; tab: string; children: ComponentChildren }): VNode {
  return (
    <div role="tabpanel" id={panelId} aria-labelledby={tabIdOf(panelId, tab)}>
      {children}
    </div>
  );
}

/** Arrows go where they point, whatever the direction of the script. */
function stepOf({ key }: KeyboardEvent): number {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === forward) return 1;
  return key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0;
}

const titleIdOf = (panelId: string): string => `${panelId}-title`;
const tabIdOf = (panelId: string, tab: string): string => `${panelId}-${tab}`;
