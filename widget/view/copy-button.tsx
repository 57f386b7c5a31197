import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useFrame } from './use-frame';

interface CopyButtonProps {
  text: string;
  /** Marks it where it stands: to be copied by hand, where the browser does not let us. */
  mark(): void;
}

export function CopyButton({ text, mark }: CopyButtonProps): VNode {
  const { wording } = useFrame().model;
  const { copy, copied } = wording.texts;
  const [isCopied, setCopied] = useState(false);
  const copyIt = (): void => {
    mark();
    navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <>
      <button type="button" class="quiet" onClick={copyIt}>
        {copy}
      </button>
      <span role="status">{isCopied && copied}</span>
    </>
  );
}
