import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { slowModeText, waitSeconds } from '../frame/slow-mode';
import { useStore } from '../store/use-store';
import { useConversation, useFrame } from './use-frame';

/** Seconds until the reader may post in slow mode, each of them; 0 is at once. */
export function useWaitSeconds(): number {
  const { model } = useFrame();
  const mayPostAt = useStore(model.session, (session) => session.mayPostAt);
  const slowSeconds = useConversation(({ state }) => state.slowSeconds);
  const [seconds, setSeconds] = useState(() => waitSeconds(model));
  useEffect(() => {
    const count = (): void => setSeconds(waitSeconds(model));
    count();
    if (waitSeconds(model) === 0) return;
    const counting = setInterval(count, 1_000);
    return () => clearInterval(counting);
  }, [mayPostAt, slowSeconds, seconds === 0]);
  return seconds;
}

/** Is seen counting down, and heard once. */
export function Wait({ seconds }: { seconds: number }): VNode {
  const { model } = useFrame();
  const mayPostAt = useStore(model.session, (session) => session.mayPostAt);
  const told = useRef<{ mayPostAt?: number | null; text: string }>({ text: '' });
  const text = seconds === 0 ? '' : slowModeText(seconds, model.wording);
  if (seconds > 0 && told.current.mayPostAt !== mayPostAt) told.current = { mayPostAt, text };
  return (
    <>
      {text && <span class="counter">{text}</span>}
      <span class="only-heard" role="status">
        {text && told.current.text}
      </span>
    </>
  );
}
