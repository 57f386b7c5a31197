import { Button, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useWording } from '../../view/wording-context';
import { texts as textsByLanguage } from './texts';

/** A day until whose end something lasts, as clocks go where the moderator is. */
export function UntilDate({ onEnd }: { onEnd(end: Date): void }): ReactNode {
  const { sanction: texts } = textsByLanguage[useWording().language];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const end = new Date(`${new FormData(event.currentTarget).get('day')}T23:59:59`);
    if (end.getTime() > Date.now()) onEnd(end);
  };
  return (
    <form className="until" onSubmit={submit}>
      <TextInput type="date" name="day" label={texts.date} min={today()} required withAsterisk={false} />
      <Button type="submit" variant="default">
        {texts.goOn}
      </Button>
    </form>
  );
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
