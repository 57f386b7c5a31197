import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { AskedChange } from './team';
import { texts } from './texts';

interface AskedChangeSheetProps {
  asked: AskedChange | null;
  onYes(): void;
  onNo(): void;
}

/** A role changes what somebody can do at once, and a list of roles is moved through by the keyboard: so it is asked. */
export function AskedChangeSheet({ asked, onYes, onNo }: AskedChangeSheetProps): ReactNode {
  const { language } = useWording();
  return (
    <Modal opened={asked !== null} onClose={onNo} title={texts[language].ask} withCloseButton={false}>
      {asked !== null && <Question asked={asked} onYes={onYes} onNo={onNo} />}
    </Modal>
  );
}

function Question({ asked: { member, to }, onYes, onNo }: AskedChangeSheetProps & { asked: AskedChange }): ReactNode {
  const { language } = useWording();
  const words = texts[language];
  const name = isolated(member.reader.name);
  return (
    <>
      <p>{to === null ? filled(words.askTake, { name }) : filled(words.askGive, { name, role: words.roles[to] })}</p>
      <div className="sheet-buttons">
        <Button data-autofocus onClick={onYes} color={to === null ? 'red' : undefined} variant={to === null ? 'light' : 'filled'}>
          {to === null ? words.yesTake : words.yes}
        </Button>
        <Button variant="subtle" onClick={onNo}>
          {words.no}
        </Button>
      </div>
    </>
  );
}
