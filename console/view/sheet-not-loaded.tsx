import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Workplace } from '../workplace';
import { PageNotLoaded } from './page-not-loaded';
import { useWording } from './wording-context';

/** The place of a sheet whose part of the console did not come. */
export function SheetNotLoaded({ workplace }: { workplace: Workplace }): ReactNode {
  const { help } = useWording().texts;
  return (
    <Modal opened onClose={() => workplace.show(null)} closeButtonProps={{ 'aria-label': help.closeButton }}>
      <PageNotLoaded onTryAgain={() => location.reload()} />
    </Modal>
  );
}
