import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../../view/wording-context';
import { ProblemTold } from './problem-told';
import type { SettingsProblem } from './settings-problem';
import { texts } from './texts';

interface FormEndProps {
  problem: SettingsProblem | null;
  isUnderWay: boolean;
  /** Of what is there already, what was typed can be thrown away. */
  isNew: boolean;
  onLeave(): void;
}

/** What is wrong, and what sends it. */
export function FormEnd({ problem, isUnderWay, isNew, onLeave }: FormEndProps): ReactNode {
  const words = texts[useWording().language];
  return (
    <>
      <ProblemTold problem={problem} />
      <div className="settings-buttons">
        <Button type="submit" aria-busy={isUnderWay}>
          {isNew ? words.add : words.save}
        </Button>
        {!isNew && (
          <Button variant="default" onClick={onLeave}>
            {words.leave}
          </Button>
        )}
      </div>
    </>
  );
}
