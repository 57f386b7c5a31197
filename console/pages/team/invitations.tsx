import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type InviteRequest, type MadeInvitation, siteRoles } from '../../../contract/team';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { TeamState } from './team';
import { texts } from './texts';

interface InvitationsProps {
  state: TeamState;
  /** Whether it was made. */
  onInvite(request: InviteRequest): Promise<boolean>;
  onRevoke(id: string): void;
}

export function Invitations({ state, onInvite, onRevoke }: InvitationsProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  return (
    <>
      <section>
        <h2>{words.invite}</h2>
        <p className="quiet">{words.inviteExplanation}</p>
        <InviteForm state={state} onInvite={onInvite} />
        {state.made !== null && <MadeLink key={state.made.id} made={state.made} />}
      </section>
      <section>
        <h2>{words.open}</h2>
        {state.invitations.length === 0 && <p className="quiet">{words.none}</p>}
        <ul className="rows">
          {state.invitations.map(({ id, email, role, invitedBy, expiresAt }) => (
            <li key={id}>
              <span className="row-name">{email}</span>
              <span>{words.roles[role]}</span>
              <span className="quiet">{filled(words.until, { date: wording.day(expiresAt), name: isolated(invitedBy.name) })}</span>
              <span className="room" />
              {state.givable.includes(role) && (
                <Button size="xs" variant="default" aria-label={filled(words.revokeFor, { email })} onClick={() => onRevoke(id)}>
                  {words.revoke}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function InviteForm({ state: { givable, isUnderWay }, onInvite }: Omit<InvitationsProps, 'onRevoke'>): ReactNode {
  const { language } = useWording();
  const words = texts[language];
  const roles = siteRoles.filter((role) => givable.includes(role)).reverse();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const isMade = await onInvite({ email: String(fields.get('email')), role: fields.get('role') as InviteRequest['role'] });
    if (isMade) form.reset();
  };
  return (
    <form className="invite" onSubmit={(event) => void submit(event)}>
      <TextInput label={words.email} name="email" type="email" required withAsterisk={false} autoComplete="off" />
      <NativeSelect
        label={words.role}
        name="role"
        defaultValue="moderator"
        data={roles.map((role) => ({ value: role, label: words.roles[role] }))}
      />
      <Button type="submit" aria-busy={isUnderWay}>
        {words.makeLink}
      </Button>
    </form>
  );
}

function MadeLink({ made: { email, link } }: { made: MadeInvitation }): ReactNode {
  const { language } = useWording();
  const words = texts[language];
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="made-link" role="status">
      <TextInput
        label={filled(words.link, { email })}
        description={words.linkExplanation}
        readOnly
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button variant="default" onClick={copy}>
        {isCopied ? words.copied : words.copy}
      </Button>
    </div>
  );
}
