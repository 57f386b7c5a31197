import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageSkeleton } from '../view/skeletons';
import { useWording } from '../view/wording-context';
import { type PageProblem, problemInWords } from './page-problem';

interface PageStateProps {
  phase: 'loading' | 'ready' | 'failed';
  problem: PageProblem | null;
  children: ReactNode;
  onTryAgain(): void;
}

/** What a page shows: its contents, their shape while they are loaded, or why they were not; and what did not work since. */
export function PageState({ phase, problem, children, onTryAgain }: PageStateProps): ReactNode {
  const { pages, frame } = useWording().texts;
  if (phase === 'loading') return <PageSkeleton label={pages.loading} />;
  return (
    <>
      <p className="page-problem" role="alert" hidden={problem === null}>
        <ProblemText problem={problem} />
      </p>
      {phase === 'failed' ? <Button onClick={onTryAgain}>{frame.tryAgain}</Button> : children}
    </>
  );
}

function ProblemText({ problem }: { problem: PageProblem | null }): ReactNode {
  const { language } = useWording();
  if (problem === null) return null;
  return problemInWords(language, problem);
}
