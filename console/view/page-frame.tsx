import { type ReactNode, useEffect, useRef } from 'react';
import { useWording } from './wording-context';

/** A dialog that closes gives the keyboard back where it was, unless it is somewhere by then. */
const afterDialogsMilliseconds = 50;

interface PageFrameProps {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** What every page but Held has in common: its title, its place, and the keyboard in it when what had it is gone. */
export function PageFrame({ title, aside, children }: PageFrameProps): ReactNode {
  const { product } = useWording().texts;
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) page.current?.focus();
    }, afterDialogsMilliseconds);
    return () => clearTimeout(timer);
  });
  return (
    <main className="page" ref={page} tabIndex={-1} aria-label={title}>
      <div className="page-head">
        <h1>{title}</h1>
        {aside}
      </div>
      {children}
    </main>
  );
}
