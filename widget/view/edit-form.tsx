import type { VNode } from 'preact';
import { useStore } from '../store/use-store';
import { Composer } from './composer';
import { useFrame } from './use-frame';

export function EditForm({ id }: { id: string }): VNode {
  const { model, act } = useFrame();
  const isSaving = useStore(model.desk, ({ editing }) => editing?.isSaving);
  const { texts } = model.wording;
  return (
    <Composer
      place={`edit-${id}`}
      label={texts.editLabel}
      invitation=""
      action={texts.save}
      isBusy={isSaving}
      onSubmit={() => act(({ writing }) => writing.saveEdit())}
      onClose={() => act(({ writing }) => writing.closeEdit())}
      onCancel={() => act(({ writing }) => writing.discard(`edit-${id}`))}
    />
  );
}
