import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Workplace } from '../workplace';
import { PageNotLoaded } from './page-not-loaded';
import { SheetBoundary } from './sheet-boundary';
import { useReaderParts } from './use-reader-parts';
import { useWording } from './wording-context';

interface ReasonSheetProps {
  workplace: Workplace;
  commentId: string;
  isOpen: boolean;
  /** The button it opens at. */
  children: ReactNode;
}

/** Every rejection has one of the site's reasons. */
export function ReasonSheet({ workplace, commentId, isOpen, children }: ReasonSheetProps): ReactNode {
  const { reasons: texts } = useWording().texts;
  const loading = useReaderParts();
  return (
    <Popover opened={isOpen} onDismiss={() => workplace.show(null)} position="top-start" width="min(26rem, calc(100vw - 2rem))">
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={texts.title}>
        <SheetBoundary workplace={workplace}>
          {loading.phase === 'loaded' && <loading.parts.Reasons workplace={workplace} commentId={commentId} />}
        </SheetBoundary>
        {loading.phase === 'failed' && <PageNotLoaded onTryAgain={() => location.reload()} />}
      </Popover.Dropdown>
    </Popover>
  );
}
