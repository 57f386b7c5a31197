import type { FrameModel } from './frame-model';

/** All but the inbox, which waits behind them. A profile stands in front of what leads to it. */
const overInbox = ['mine', 'people', 'profile'] as const;

export type PanelName = 'inbox' | (typeof overInbox)[number];
export type Panels = Pick<FrameModel, PanelName>;

/** What stands beside and in front of a panel goes. */
export function takePlace(panels: Panels, name: PanelName): void {
  for (const other of overInbox) if (other !== name) panels[other].set(null);
}

/** Whatever opens a panel of the reader's own, it is in front. */
export function keepInFront(panels: Panels): void {
  for (const name of ['mine', 'people'] as const) {
    let wasOpen = false;
    panels[name].subscribe(() => {
      const isOpen = panels[name].get() !== null;
      if (isOpen && !wasOpen) takePlace(panels, name);
      wasOpen = isOpen;
    });
  }
}

/** Something stands in the place of the inbox, which may wait behind it. */
export function isInboxCovered(panels: Panels): boolean {
  return overInbox.some((name) => panels[name].get());
}
