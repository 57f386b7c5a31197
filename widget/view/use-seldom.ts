import { useEffect, useRef, useState } from 'preact/hooks';

const pauseMilliseconds = 5_000;

/** A value that changes only every few seconds, for those who hear each change. */
export function useSeldom<Value>(value: Value): Value {
  const [told, setTold] = useState(value);
  const latest = useRef(value);
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null);
  latest.current = value;
  useEffect(() => {
    pause.current ??= setTimeout(() => {
      pause.current = null;
      setTold(() => latest.current);
    }, pauseMilliseconds);
  }, [value]);
  useEffect(() => () => clearTimeout(pause.current ?? undefined), []);
  return told;
}
