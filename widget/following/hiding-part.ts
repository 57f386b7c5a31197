import type { FrameModel } from '../frame/frame-model';
import { LazyPart } from '../view/lazy-part';
import type { Hiding } from './hiding';
import { innerHeightOf } from './inner-height';
import { loadFollowing } from './part';
import { unwantedOf } from './pressed';

/** Hides what the reader does not want to see; loaded as soon as there is anything of that. */
export class HidingPart {
  private readonly part = new LazyPart(() => import('./hiding'));
  private hiding: Promise<Hiding> | null = null;

  constructor(private readonly model: FrameModel) {
    for (const store of [model.session, model.pressed]) store.subscribe(() => this.look());
  }

  /** As `Hiding`. */
  show(id: string): void {
    void this.hiding?.then((hiding) => hiding.show(id));
  }

  /** As `Hiding`. */
  letGo(id: string): void {
    void this.hiding?.then((hiding) => hiding.letGo(id));
  }

  private look(): void {
    const { session, pressed } = this.model;
    const { readers, words } = unwantedOf(session.get().following, pressed.get());
    const hidesSome = readers.size > 0 || words.length > 0;
    if (hidesSome) this.hiding ??= this.begin();
    this.model.hidesSome.set(hidesSome);
  }

  /** A line that comes later than what it stands for would move what is below. */
  private async begin(): Promise<Hiding> {
    const { Hiding: Loaded } = await this.part.load();
    await loadFollowing(this.model.state.language);
    return new Loaded(this.model, innerHeightOf);
  }
}
