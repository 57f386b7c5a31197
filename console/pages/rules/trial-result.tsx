import { type ReactNode, useId } from 'react';
import {
  peoplesDecisions,
  type ReplayChange,
  type ReplayCounts,
  type ReplayExample,
  type ReplayWithExamples,
  replayChanges,
  screenedOutcomes,
} from '../../../contract/replays';
import { filled } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import { useRulesTexts } from './use-rules-texts';

/** Counts side by side, and examples with what people decided. */
export function TrialResult({ replay: { counts, examples } }: { replay: ReplayWithExamples }): ReactNode {
  const texts = useRulesTexts();
  const changes = replayChanges.filter((change) => examples[change].length > 0);
  return (
    <>
      <p className="quiet">{texts.sameTextLeftOut}</p>
      <div className="rules-counts">
        <OutcomeCounts counts={counts} />
        <DecisionCounts counts={counts} />
      </div>
      {changes.length === 0 && <p>{texts.nothingOtherwise}</p>}
      {changes.map((change) => (
        <Examples key={change} change={change} examples={examples[change]} />
      ))}
    </>
  );
}

function OutcomeCounts({ counts }: { counts: ReplayCounts }): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  return (
    <table className="rules-table">
      <caption>{texts.result}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.outcome}</th>
          <th scope="col">{texts.before}</th>
          <th scope="col">{texts.after}</th>
        </tr>
      </thead>
      <tbody>
        {screenedOutcomes.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">{texts.outcomes[outcome]}</th>
            <td>{wording.number(counts.before[outcome])}</td>
            <td>{wording.number(counts.after[outcome])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DecisionCounts({ counts }: { counts: ReplayCounts }): ReactNode {
  const wording = useWording();
  const texts = useRulesTexts();
  return (
    <table className="rules-table">
      <caption>{texts.otherwise}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.judged}</th>
          {replayChanges.map((change) => (
            <th key={change} scope="col">
              {texts[change]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {peoplesDecisions.map((decision) => (
          <tr key={decision}>
            <th scope="row">{texts.decisions[decision]}</th>
            {replayChanges.map((change) => (
              <td key={change}>{wording.number(counts[change][decision])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Examples({ change, examples }: { change: ReplayChange; examples: readonly ReplayExample[] }): ReactNode {
  const texts = useRulesTexts();
  const id = useId();
  return (
    <>
      <h3 id={id}>{filled(texts.examples, { change: texts[change] })}</h3>
      <p className="quiet">{texts.examplesHint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <section className="rules-scroll" tabIndex={0} aria-labelledby={id}>
        <table className="rules-table" aria-labelledby={id}>
          <thead>
            <tr>
              {[texts.comment, texts.change, texts.people, texts.by].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {examples.map((example) => (
              <Example key={example.commentId} example={example} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Example({ example: { comment, before, after, decided, rules } }: { example: ReplayExample }): ReactNode {
  const texts = useRulesTexts();
  return (
    <tr>
      <td className="rules-example">
        {comment === null ? (
          <span className="quiet">{texts.withdrawn}</span>
        ) : (
          <>
            <span className="covered" dir="auto">
              {comment.text}
            </span>
            <span className="quiet" dir="auto">
              {comment.author.name} · {comment.thread.title}
            </span>
          </>
        )}
      </td>
      <td>{filled(texts.changeOf, { before: texts.outcomes[before], after: texts.outcomes[after] })}</td>
      <td>{texts.decided[decided]}</td>
      <td>{rules.map((rule) => texts.ruleNames[rule]).join(', ')}</td>
    </tr>
  );
}
