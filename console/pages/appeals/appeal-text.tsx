import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppealItem } from '../../../contract/sanctions';
import { filled, isolated } from '../../catalogues/wording';
import { markedText } from '../../view/comment-text';
import { Findings, foundWords } from '../../view/findings';
import { useWording } from '../../view/wording-context';
import { texts as textsByLanguage } from './texts';

interface AppealTextProps {
  item: AppealItem;
  now: number;
}

/** What the reader says, what was decided and why, and the comment it was about. */
export function AppealText({ item, now }: AppealTextProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { reader, text, madeAt, comment } = item;
  return (
    <article>
      {comment !== null && (
        <p className="article">
          <span className="quiet">{texts.article}</span>{' '}
          <a href={comment.thread.url} target="_blank" rel="noreferrer" dir="auto">
            {comment.thread.title}
            <VisuallyHidden> {wording.texts.held.newTab}</VisuallyHidden>
          </a>
        </p>
      )}
      <h2 dir="auto">{reader.name}</h2>
      <p className="quiet">
        <time dateTime={madeAt}>{filled(texts.objected, { time: `${wording.ago(madeAt, now)} (${wording.moment(madeAt)})` })}</time>
      </p>
      <h3>{texts.objection}</h3>
      <p className="quoted covered" dir="auto">
        {text}
      </p>
      <h3>{texts.wasDecided}</h3>
      <Statement item={item} now={now} />
      {item.statement.findings.length > 0 && (
        <>
          <h3>{texts.found}</h3>
          <Findings findings={item.statement.findings} label={texts.found} />
        </>
      )}
      <h3>{texts.comment}</h3>
      <DecidedOn item={item} />
    </article>
  );
}

/** As the reader has read it, and who decided. */
function Statement({ item: { statement, decidedBy }, now }: AppealTextProps): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  const { restriction, reason, message, foundBy, madeAt } = statement;
  const by = filled(texts.by, { name: isolated(decidedBy.name), time: wording.ago(madeAt, now) });
  const facts: [string, string | null][] = [
    [texts.reason, wording.reason(reason)],
    [texts.rule, reason.rule],
    [texts.message, message],
    [texts.foundBy, texts.finders[foundBy]],
  ];
  return (
    <>
      <p>
        <b>{texts.restrictions[restriction]}</b> <span className="quiet">{by}</span>
      </p>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

function DecidedOn({ item: { comment, statement } }: Pick<AppealTextProps, 'item'>): ReactNode {
  const wording = useWording();
  const texts = textsByLanguage[wording.language];
  if (comment === null) return <p className="quiet">{texts.noComment}</p>;
  if (comment.status === 'withdrawn') return <p className="quiet">{texts.withdrawn}</p>;
  return (
    <>
      <p className="quoted covered" dir="auto">
        {markedText(comment.text, foundWords(statement.findings))}
      </p>
      <p className="quiet">
        {filled(texts.now, { status: wording.texts.statuses[comment.status as keyof typeof wording.texts.statuses] })}
      </p>
    </>
  );
}
