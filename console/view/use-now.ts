import { useEffect, useState } from 'react';

const everyMilliseconds = 30_000;

/** The time, moving on so that what is told relative to it stays true. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return now;
}
