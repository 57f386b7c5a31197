import { Button } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Workplace } from '../workplace';
import { SignInForm } from './sign-in-form';
import { useWording } from './wording-context';

/** What is shown while nobody is signed in. */
export function AtTheDoor({ workplace: { session, signIn } }: { workplace: Workplace }): ReactNode {
  const { texts } = useWording();
  const { phase } = useStore(session.store);
  const door = useStore(signIn.store);
  useEffect(() => {
    document.title = `${texts.signIn.title} · ${texts.product}`;
  }, [texts]);
  return (
    <main className="door">
      <h1>
        <span className="product">{texts.product}</span> {texts.signIn.title}
      </h1>
      {phase === 'signedOut' && <SignInForm {...door} onSubmit={(request) => void signIn.submit(request)} />}
      {phase === 'unreachable' && (
        <>
          <p role="alert">{texts.frame.unreachable}</p>
          <Button onClick={() => void session.find()}>{texts.frame.tryAgain}</Button>
        </>
      )}
    </main>
  );
}
