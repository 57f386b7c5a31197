import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../workplace';
import { SignInForm } from './sign-in-form';
import { useWording } from './wording-context';

/** Signing in again where one was; what lies below stays as it is. */
export function EndedSession({ workplace: { session, signIn }, email }: { workplace: Workplace; email: string }): ReactNode {
  const { signIn: texts } = useWording().texts;
  const door = useStore(signIn.store);
  return (
    <Modal opened onClose={() => undefined} title={texts.ended} withCloseButton={false} closeOnEscape={false} zIndex="var(--z-door)">
      <p>{texts.endedExplanation}</p>
      <SignInForm {...door} email={email} onSubmit={(request) => void signIn.submit(request)} />
      <Button variant="subtle" fullWidth onClick={() => session.leave()}>
        {texts.leave}
      </Button>
    </Modal>
  );
}
