import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogInRequest, RegisterRequest } from '../../contract/auth';
import { passwordLimits } from '../../contract/limits';
import { Refusal } from '../api/parley-api';
import type { Wording } from '../catalogues/wording';
import { refusalText } from '../frame/refusal-text';
import { takeFocus, useFocusReturn } from '../view/focus';
import { JoinField } from './join-field';

export interface JoinFormProps {
  wording: Wording;
  mode: 'join' | 'logIn';
  /** Kept until its author is in, so that neither closing the form nor a mistake loses anything. */
  entered: Entered;
  /** A text waits for it. */
  isForPosting: boolean;
  /** It came by itself. */
  isUnasked: boolean;
  onMode(mode: 'join' | 'logIn'): void;
  onJoin(request: RegisterRequest): Promise<void>;
  onLogIn(request: LogInRequest): Promise<void>;
  onClose(): void;
}

export type Entered = Record<FieldName, string>;

type FieldName = 'name' | 'email' | 'password';
type Trouble = Partial<Record<FieldName | 'form', string>>;

export function JoinForm(props: JoinFormProps): VNode {
  const { wording, mode, isForPosting, isUnasked, onMode, onClose } = props;
  const { texts } = wording;
  const panel = useRef<HTMLFormElement>(null);
  const joining = useJoining(props, panel);
  useFocusReturn();
  useLayoutEffect(() => {
    const first = panel.current?.querySelector('input');
    if (isUnasked) takeFocus(first);
    else first?.focus();
  }, [mode]);
  const title = mode === 'join' ? texts.joinTitle : texts.logInTitle;
  return (
    <form
      class="join"
      noValidate
      aria-label={title}
      ref={panel}
      onSubmit={(event) => {
        event.preventDefault();
        void joining.submit();
      }}
    >
      <p class="join-title">{title}</p>
      {isForPosting && <p class="hint">{texts.thenSent}</p>}
      <JoinFields wording={wording} mode={mode} {...joining} />
      <p class="refusal" role="alert">
        {joining.trouble.form}
      </p>
      <div class="join-footer">
        <button type="submit" class="primary" aria-disabled={joining.isBusy}>
          {mode === 'join' ? texts.join : texts.logIn}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {texts.cancel}
        </button>
        <button type="button" class="link" onClick={() => onMode(mode === 'join' ? 'logIn' : 'join')}>
          {mode === 'join' ? texts.alreadyHere : texts.newHere}
        </button>
      </div>
    </form>
  );
}

interface Joining {
  values: Entered;
  trouble: Trouble;
  isBusy: boolean;
  change(name: FieldName): (value: string) => void;
  submit(): Promise<void>;
}

/** What was entered, and what came of it. */
function useJoining({ wording, mode, entered, onJoin, onLogIn }: JoinFormProps, panel: { current: HTMLFormElement | null }): Joining {
  const [values, setValues] = useState({ ...entered });
  const [trouble, setTrouble] = useState<Trouble>({});
  const [isBusy, setBusy] = useState(false);
  const change = (name: FieldName) => (value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    entered[name] = value;
  };
  const tell = (found: Trouble): void => {
    setTrouble(found);
    const first = (['name', 'email', 'password'] as const).find((field) => found[field]) ?? 'email';
    panel.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
  };
  const submit = async (): Promise<void> => {
    if (isBusy) return;
    const { name, ...credentials } = values;
    const unfilled = mode === 'join' ? unfilledIn(values, wording) : {};
    if (Object.keys(unfilled).length > 0) return tell(unfilled);
    setBusy(true);
    setTrouble({});
    try {
      await (mode === 'join' ? onJoin({ name: name.trim(), ...credentials }) : onLogIn(credentials));
    } catch (error) {
      tell(troubleIn(error, wording));
    } finally {
      setBusy(false);
    }
  };
  return { values, trouble, isBusy, change, submit };
}

type FieldsProps = Pick<JoinFormProps, 'wording' | 'mode'> & Pick<Joining, 'values' | 'trouble' | 'change'>;

function JoinFields({ wording, mode, values, trouble, change }: FieldsProps): VNode {
  const { texts } = wording;
  const [isPasswordShown, setPasswordShown] = useState(false);
  const isNew = mode === 'join';
  const field = (name: FieldName) => ({ name, value: values[name], trouble: trouble[name], onChange: change(name) });
  return (
    <>
      {isNew && <JoinField {...field('name')} label={texts.name} hint={texts.nameHint} autocomplete="nickname" />}
      <JoinField {...field('email')} type="email" label={texts.email} autocomplete={isNew ? 'email' : 'username'} />
      <JoinField
        {...field('password')}
        type={isPasswordShown ? 'text' : 'password'}
        label={texts.password}
        hint={isNew ? wording.plural(texts.passwordHint, passwordLimits.minLength) : undefined}
        autocomplete={isNew ? 'new-password' : 'current-password'}
      />
      <label class="check">
        <input type="checkbox" checked={isPasswordShown} onChange={() => setPasswordShown(!isPasswordShown)} />
        {texts.showPassword}
      </label>
    </>
  );
}

const fieldOfCode: Record<string, FieldName> = {
  name_taken: 'name',
  name_refused: 'name',
  password_refused: 'password',
  registration_refused: 'email',
};

/** What nobody need be asked about; told at each field at once. */
function unfilledIn({ name, email, password }: Entered, { texts }: Wording): Trouble {
  const trouble: Trouble = {};
  if (name.trim() === '') trouble.name = texts.nameErrors.too_short;
  if (!email.includes('@')) trouble.email = texts.notAnEmail;
  if (password.length < passwordLimits.minLength) trouble.password = texts.passwordErrors.too_short;
  return trouble;
}

/** What to say about a refusal, at the field it is about. */
function troubleIn(error: unknown, wording: Wording): Trouble {
  if (error instanceof Refusal && error.problem.errors?.some(({ field }) => field === 'email')) return { email: wording.texts.notAnEmail };
  const field = error instanceof Refusal ? fieldOfCode[error.problem.code] : undefined;
  return { [field ?? 'form']: refusalText(error, wording) };
}
