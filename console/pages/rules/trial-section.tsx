import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ReplayWithExamples } from '../../../contract/replays';
import type { ScreeningView } from '../../../contract/screening';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { proposalInWords } from './proposal-in-words';
import type { RulesDesk } from './rules-desk';
import { TrialResult } from './trial-result';
import { TroubleTold } from './trouble-told';
import { useRulesTexts } from './use-rules-texts';

interface TrialProps {
  desk: RulesDesk;
  view: ScreeningView;
  mayChange: boolean;
}

/** What was tried last on the site: how far it is, what it came to, and the button that switches it on. */
export function TrialSection({ desk, view, mayChange }: TrialProps): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  const { replay, trouble } = useStore(desk.trial.store);
  return (
    <section className="rules-trial" aria-labelledby="rules-trial">
      <h2 id="rules-trial">{texts.trial}</h2>
      <TroubleTold trouble={trouble} />
      {replay !== null && (
        <>
          <p>{proposalInWords({ wording, texts, lists: view.lists }, replay.proposal)}</p>
          <p className="quiet">{filled(texts.trialBy, { name: isolated(replay.askedBy.name), time: wording.moment(replay.askedAt) })}</p>
          <HowFar replay={replay} />
          {mayChange && <TrialButtons desk={desk} replay={replay} version={view.version} />}
          {replay.state === 'done' && <TrialResult replay={replay} />}
        </>
      )}
    </section>
  );
}

function HowFar({ replay: { state, failure, done, total } }: { replay: ReplayWithExamples }): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  const numbers = { done: wording.number(done), total: wording.number(total ?? done) };
  const told = state === 'failed' ? texts.failures[failure ?? 'internal_error'] : filled(texts.states[state], numbers);
  return (
    <>
      {state === 'running' && <progress aria-label={texts.progress} max={total ?? 1} value={done} />}
      <p role="status">{told}</p>
    </>
  );
}

function TrialButtons({ desk, replay, version }: { desk: RulesDesk; replay: ReplayWithExamples; version: string }): ReactNode {
  const texts = useRulesTexts();
  const { trial } = desk;
  const { isUnderWay, switchedOnId } = useStore(trial.store);
  const { id, endedAt, state, proposal } = replay;
  if (endedAt === null)
    return (
      <div className="rules-buttons">
        <Button variant="default" aria-busy={isUnderWay} onClick={() => void trial.cancel()}>
          {texts.cancel}
        </Button>
      </div>
    );
  if (switchedOnId === id) return <p role="status">{texts.switchedOn}</p>;
  const isCurrent = replay.version === version;
  return (
    <>
      {!isCurrent && state === 'done' && <p>{texts.outdated}</p>}
      <div className="rules-buttons">
        {isCurrent && state === 'done' ? (
          <Button aria-busy={isUnderWay} onClick={() => void desk.switchOn()}>
            {texts.switchOn}
          </Button>
        ) : (
          <Button variant="default" aria-busy={isUnderWay} onClick={() => void trial.begin(proposal)}>
            {texts.tryAgain}
          </Button>
        )}
      </div>
    </>
  );
}
