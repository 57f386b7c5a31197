import type { ReactNode } from 'react';
import type { FindingWithEvidence } from '../../contract/screening';
import { findingInWords } from '../catalogues/finding-wording';
import { useWording } from './wording-context';

/** Why a comment waits. They belong to its revision: nothing moves while it is read. */
export function Findings({ findings, label }: { findings: readonly FindingWithEvidence[]; label?: string }): ReactNode {
  const wording = useWording();
  if (findings.length === 0) return null;

  return (
    <ul className="findings" aria-label={label ?? wording.texts.findings.title}>
      {findings.map((finding) => (
        <li key={finding.rule}>{withEvidence(findingInWords(wording, finding))}</li>
      ))}
    </ul>
  );
}

/** What is told, with what somebody wrote set apart: it stands between marks of direction. */
function withEvidence(told: string): ReactNode {
  return told.split(/(\u2068[^\u2069]*\u2069)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // The parts of a sentence are known by their order.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={index} className="evidence covered">
        {part}
      </span>
    ),
  );
}

/** Those of lists, as they stand in the text. */
export function foundWords(findings: readonly FindingWithEvidence[]): string[] {
  return findings.filter(({ rule }) => rule === 'blocked_words' || rule === 'watched_words').flatMap(({ excerpts }) => excerpts);
}
