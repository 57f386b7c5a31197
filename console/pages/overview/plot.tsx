import type { ReactNode } from 'react';
import { useWording } from '../../view/wording-context';
import { texts } from './texts';

export type Row = (string | number)[];

interface PlotProps {
  title: string;
  note?: string;
  /** The names of the columns of the table, the first of which is what a row is of. */
  columns: string[];
  rows: Row[];
  children: ReactNode;
}

/** A plot for eyes, and the same as a table for everybody. Each is as high as the others, whatever is in it. */
export function Plot({ title, note, columns, rows, children }: PlotProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  return (
    <figure className="plot">
      <figcaption>
        <h2>{title}</h2>
        {note !== undefined && <span className="quiet">{note}</span>}
      </figcaption>
      {rows.length === 0 ? (
        <p className="quiet plot-area">{words.nothing}</p>
      ) : (
        <>
          <div className="plot-area" aria-hidden="true">
            {children}
          </div>
          <details>
            <summary>{words.asTable}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by the keyboard too */}
            <section className="plot-table" tabIndex={0} aria-label={title}>
              <PlotTable columns={columns} rows={rows} />
            </section>
          </details>
        </>
      )}
    </figure>
  );
}

function PlotTable({ columns, rows }: Pick<PlotProps, 'columns' | 'rows'>): ReactNode {
  const wording = useWording();
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={columns[index + 1]}>{typeof value === 'number' ? wording.number(value) : value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
