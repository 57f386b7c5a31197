import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from '../drafts/drafts';
import { useFrame } from '../view/use-frame';
import { Trouble } from './trouble';

export interface KeptFieldProps {
  place: Place;
  name: string;
  label: string;
  maxLength: number;
  rows: number;
  trouble?: string;
}

/** A text of some length; what is written is a draft at every moment. */
export function KeptField({ place, name, label, maxLength, rows, trouble }: KeptFieldProps): VNode {
  const { drafts } = useFrame().model;
  const field = useRef<HTMLTextAreaElement>(null);
  const id = `field-${place}`;
  useLayoutEffect(() => {
    if (field.current) field.current.value = drafts.read(place);
  }, [place]);
  return (
    <>
      <label for={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        name={name}
        class="kept-text"
        rows={rows}
        dir="auto"
        maxLength={maxLength}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble && `${id}-trouble`}
        onInput={(event) => drafts.keep(place, event.currentTarget.value)}
      />
      <Trouble id={id} trouble={trouble} />
    </>
  );
}
