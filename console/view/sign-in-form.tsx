import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { LogInRequest } from '../../contract/auth';
import type { SignInState } from '../session/sign-in';
import { useWording } from './wording-context';

interface SignInFormProps extends SignInState {
  /** Whose session has ended: they need not say it again. */
  email?: string;
  onSubmit(request: LogInRequest): void;
}

export function SignInForm({ email, isUnderWay, problem, onSubmit }: SignInFormProps): ReactNode {
  const wording = useWording();
  const { signIn: texts } = wording.texts;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    onSubmit({ email: String(fields.get('email')), password: String(fields.get('password')) });
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <TextInput
        label={texts.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        defaultValue={email}
        autoFocus={email === undefined}
      />
      <PasswordInput
        label={texts.password}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': texts.showPassword }}
        data-autofocus={email !== undefined || undefined}
      />
      <p className="problem" role="alert">
        {problem !== null && wording.signInProblem(problem)}
      </p>
      <Button type="submit" aria-busy={isUnderWay} fullWidth>
        {texts.submit}
      </Button>
    </form>
  );
}
