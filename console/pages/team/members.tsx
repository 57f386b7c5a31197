import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { type TeamMember, type TeamRole, teamRoles } from '../../../contract/team';
import { filled, isolated } from '../../catalogues/wording';
import { useWording } from '../../view/wording-context';
import type { AskedChange, TeamState } from './team';
import { texts } from './texts';

interface MembersProps {
  state: TeamState;
  onAsk(asked: AskedChange): void;
}

export function Members({ state: { members, givable }, onAsk }: MembersProps): ReactNode {
  const { language } = useWording();
  return (
    <section>
      <h2>{texts[language].members}</h2>
      <ul className="rows">
        {members.map((member) => (
          <Member key={member.reader.id} member={member} givable={givable} onAsk={onAsk} />
        ))}
      </ul>
    </section>
  );
}

interface MemberProps {
  member: TeamMember;
  givable: readonly TeamRole[];
  onAsk(asked: AskedChange): void;
}

function Member({ member, givable, onAsk }: MemberProps): ReactNode {
  const wording = useWording();
  const words = texts[wording.language];
  const name = isolated(member.reader.name);
  const roles = [...teamRoles].reverse().filter((role) => givable.includes(role));
  return (
    <li>
      <span className="row-name" dir="auto">
        {member.reader.name}
      </span>
      <span className="quiet">{filled(words.since, { date: wording.day(member.since) })}</span>
      <span className="room" />
      {roles.includes(member.role) ? (
        <>
          <NativeSelect
            size="xs"
            aria-label={filled(words.roleOf, { name })}
            data={roles.map((role) => ({ value: role, label: words.roles[role] }))}
            value={member.role}
            onChange={({ currentTarget }) => onAsk({ member, to: currentTarget.value as TeamRole })}
          />
          <Button
            size="xs"
            variant="light"
            color="red"
            aria-label={filled(words.takeFrom, { name })}
            onClick={() => onAsk({ member, to: null })}
          >
            {words.take}
          </Button>
        </>
      ) : (
        <span>
          {words.roles[member.role]} {member.role === 'administrator' && <span className="quiet">{words.everywhere}</span>}
        </span>
      )}
    </li>
  );
}
