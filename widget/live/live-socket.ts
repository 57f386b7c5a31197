import { Socket as Transport } from 'engine.io-client';
import { type ClientEvents, livePath, type ServerEvents } from '../../contract/live';

export interface LiveSocketListener extends ServerEvents {
  onConnected(): void;
  /** It does not come back by itself. */
  onDisconnected(): void;
}

const connectWithinMilliseconds = 20_000;
const answerWithinMilliseconds = 10_000;

/** What the first character of a message is in Socket.IO's protocol 5. */
const kinds = { connect: '0', event: '2', answer: '3' };

/** As much of Socket.IO's protocol as is spoken here: text in the main namespace, and answers to what the client asks. */
export class LiveSocket {
  /** Of the connection; null while there is none. */
  id: string | null = null;
  private transport?: Transport;
  private asked = 0;
  private readonly questions = new Map<number, (answer: unknown) => void>();
  private patience?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly address: { origin: string; headers?: Record<string, string> },
    private readonly listener: LiveSocketListener,
  ) {}

  /** Connects anew, whatever was there. */
  open(): void {
    this.close();
    const transport = new Transport(this.address.origin, {
      path: livePath,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      // Polling leaves cookies out otherwise.
      withCredentials: true,
      extraHeaders: this.address.headers,
    });
    this.transport = transport;
    transport.on('open', () => transport.send(kinds.connect));
    transport.on('message', (message: string) => this.take(message));
    transport.on('close', () => this.lose());
    this.patience = setTimeout(() => this.lose(), connectWithinMilliseconds);
  }

  close(): void {
    clearTimeout(this.patience);
    this.id = null;
    this.transport?.removeAllListeners();
    this.transport?.close();
    this.transport = undefined;
    for (const tell of this.questions.values()) tell(null);
  }

  /** Nothing is there, and nothing is under way. */
  get isClosed(): boolean {
    return this.transport === undefined;
  }

  tell<Name extends keyof ClientEvents>(name: Name, data: Parameters<ClientEvents[Name]>[0]): void {
    this.transport?.send(kinds.event + JSON.stringify([name, data]));
  }

  /** `onAnswer` gets null when no answer comes: not in time, or not before the connection is gone. */
  ask<Answer>(name: keyof ClientEvents, data: object, onAnswer: (answer: Answer | null) => void): void {
    this.asked += 1;
    const number = this.asked;
    const timer = setTimeout(() => this.questions.get(number)?.(null), answerWithinMilliseconds);
    this.questions.set(number, (answer) => {
      this.questions.delete(number);
      clearTimeout(timer);
      onAnswer(answer as Answer | null);
    });
    this.transport?.send(kinds.event + number + JSON.stringify([name, data]));
  }

  private take(message: string): void {
    const [, kind, number, json] = /^(\d)(\d*)(.*)$/s.exec(message) ?? [];
    if (kind === kinds.connect) {
      clearTimeout(this.patience);
      this.id = JSON.parse(json ?? '').sid;
      this.listener.onConnected();
    } else if (kind === kinds.event) {
      const [name, data] = JSON.parse(json ?? '') as [keyof ServerEvents, never];
      this.listener[name]?.(data);
    } else if (kind === kinds.answer) this.questions.get(Number(number))?.(JSON.parse(json ?? '')[0]);
    // It was refused, or the service ends it.
    else this.lose();
  }

  private lose(): void {
    this.close();
    this.listener.onDisconnected();
  }
}
