import type { BulkRequest, BulkView } from '../../contract/bulk';

/** A job of three, of which none is decided on yet. */
export function aBulk(given: Partial<BulkView> = {}): BulkView {
  return {
    id: 'job',
    verdict: 'reject',
    reason: { key: 'insult', title: null, ground: 'rules', rule: null },
    message: null,
    filter: null,
    madeBy: { id: 'ada', name: 'Ada' },
    madeAt: '2026-11-01T10:00:00.000Z',
    phase: 'deciding',
    isPaused: false,
    trouble: null,
    total: 3,
    isCut: false,
    decided: 0,
    passedOver: 0,
    undone: 0,
    ...given,
  };
}

/** A service that has one job: it says each time the next of what was written down, and the last again and again. */
export class BulkService {
  readonly asked: string[] = [];
  readonly requests: BulkRequest[] = [];
  failure: Error | null = null;

  constructor(public views: BulkView[]) {}

  begin = async (request: BulkRequest): Promise<BulkView> => {
    this.requests.push(request);
    return this.answer('begin');
  };

  read = async (): Promise<BulkView> => this.answer('read');

  change = async (_: string, what: 'pause' | 'resume' | 'undo'): Promise<BulkView> => this.answer(what);

  list = async (): Promise<BulkView[]> => [await this.answer('list')];

  private async answer(asked: string): Promise<BulkView> {
    this.asked.push(asked);
    if (this.failure !== null) throw this.failure;
    const [view = aBulk()] = this.views;
    if (this.views.length > 1) this.views.shift();
    return view;
  }
}
