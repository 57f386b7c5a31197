import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type InviteRequest, type MadeInvitation, siteRoles } from '../../../contract/team';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { Workplace } from '../../workplace';
import { useDrafted } from '../settings/use-drafted';
import type { TeamState } from './team';
import { texts } from './texts';

interface InvitationsProps {
  workplace: Workplace;
  siteKey: string;
  state: TeamState;
  /** Whether it was made. */
  onInvite(request: InviteRequest): Promise<boolean>;
  onRevoke(id: string): void;
}

export function Invitations({ state, onRevoke, ...inviting }: InvitationsProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  return (
    <>
      <section>
        <h2>{words.invite}</h2>
        <p className="quiet">{words.inviteExplanation}</p>
        <InviteForm state={state} {...inviting} />
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

function InviteForm({ workplace, siteKey, state: { givable, isUnderWay }, onInvite }: Omit<InvitationsProps, 'onRevoke'>): ReactNode {
  const { language } = useWording();
  const words = texts[language];
  const roles = siteRoles.filter((role) => givable.includes(role)).reverse();
  const { values, keep, drop } = useDrafted(workplace, `invitation to ${siteKey}`, { email: '', role: 'moderator' });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await onInvite({ email: values.email, role: values.role as InviteRequest['role'] })) drop();
  };
  return (
    <form className="invite" onSubmit={(event) => void submit(event)}>
      <TextInput
        label={words.email}
        type="email"
        required
        withAsterisk={false}
        autoComplete="off"
        value={values.email}
        onChange={({ currentTarget }) => keep('email', currentTarget.value)}
      />
      <NativeSelect
        label={words.role}
        value={values.role}
        data={roles.map((role) => ({ value: role, label: words.roles[role] }))}
        onChange={({ currentTarget }) => keep('role', currentTarget.value)}
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
