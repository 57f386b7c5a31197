import type { VNode } from 'preact';
import type { StartedFrame } from '../frame/start-frame';
import { useFrame } from './use-frame';

interface PanelLinkProps {
  text: string;
  onFollow(frame: StartedFrame): void;
}

/** From one panel to another that takes its place. Whoever closes that comes back to the name that led to the first. */
export function PanelLink({ text, onFollow }: PanelLinkProps): VNode {
  const { act } = useFrame();
  const follow = (): void => {
    document.querySelector<HTMLElement>('.reader-name')?.focus({ preventScroll: true });
    act(onFollow);
  };
  return (
    <button type="button" class="link panel-link" onClick={follow}>
      {text}
    </button>
  );
}
