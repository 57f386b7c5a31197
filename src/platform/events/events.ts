import { Injectable } from '@nestjs/common';
import { Log } from '../telemetry';

/** A kind of fact that one module tells and others hear; named in the past tense. */
export class EventType<Payload> {
  /** Only for the compiler: what a subscriber gets. */
  declare readonly payload: Payload;

  constructor(readonly name: string) {}
}

type Handler = (payload: never) => void;

/** Facts between modules of this process: those that tell do not know those that hear. A hint, never the truth: the database is. */
@Injectable()
export class Events {
  private readonly handlers = new Map<EventType<unknown>, Handler[]>();

  constructor(private readonly log: Log) {}

  /** `handle` must be harmless when it hears the same twice, or nothing at all. */
  on<Payload>(type: EventType<Payload>, handle: (payload: Payload) => void): void {
    const known = this.handlers.get(type) ?? [];
    this.handlers.set(type, [...known, handle as Handler]);
  }

  /** Hands a fact to all who hear it, now. What happened in a transaction is told by `tx.tell`, which waits for its commit. */
  tell<Payload>(type: EventType<Payload>, payload: Payload): void {
    for (const handle of this.handlers.get(type) ?? []) {
      try {
        handle(payload as never);
      } catch (error) {
        this.log.error({ err: error, event: type.name }, 'a subscriber failed');
      }
    }
  }
}
