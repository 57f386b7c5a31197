import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Workplace } from '../workplace';
import { Boundary } from './boundary';
import { useWording } from './wording-context';

const failure = createStore<{ isTold: boolean }>(() => ({ isTold: false }));

/** A sheet that fails is closed, and the page below it stays as it was. */
export function SheetBoundary({ workplace, children }: { workplace: Workplace; children: ReactNode }): ReactNode {
  const { open } = useStore(workplace.overlays);
  const close = (): void => {
    workplace.show(null);
    failure.setState({ isTold: true });
  };
  return (
    <Boundary at={open} instead={() => null} onFailure={close}>
      {children}
    </Boundary>
  );
}

/** Says that one was closed, until something else is opened or closed. */
export function ClosedSheet({ workplace }: { workplace: Workplace }): ReactNode {
  const { pages, help } = useWording().texts;
  const { isTold } = useStore(failure);
  const forget = (): void => failure.setState({ isTold: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it forgets whatever it is
  useEffect(() => workplace.overlays.subscribe(forget), [workplace]);
  if (!isTold) return null;
  return (
    <div className="closed-sheet" role="alert">
      <p>{pages.sheetClosed}</p>
      <Button size="xs" variant="default" onClick={forget}>
        {help.closeButton}
      </Button>
    </div>
  );
}
