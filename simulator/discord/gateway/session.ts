import type { WebSocket } from 'ws';
import type { JsonObject } from '../../common/json.ts';

/** Of what was sent, this much can be sent again to whoever resumes. */
const REPLAYED = 5_000;

export interface Dispatch {
  readonly op: 0;
  readonly s: number;
  readonly t: string;
  readonly d: JsonObject;
}

/** One identified client: what it listens to, and what it was told. Outlives its connection for a while. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  connection: WebSocket | undefined;
  /** Real time at which the connection was lost. */
  lostAtMs: number | undefined;
  /** Connected, but deaf: nothing arrives and nothing is answered. */
  zombie = false;
  #seq = 0;
  readonly #sent: Dispatch[] = [];

  constructor(session: Pick<Session, 'id' | 'intents' | 'shard' | 'connection'>) {
    this.id = session.id;
    this.intents = session.intents;
    this.shard = session.shard;
    this.connection = session.connection;
  }

  /** Numbered and kept, whether or not anybody is connected just now. */
  dispatch(t: string, d: JsonObject): void {
    this.#seq += 1;
    const dispatch: Dispatch = { op: 0, s: this.#seq, t, d };
    this.#sent.push(dispatch);
    if (this.#sent.length > REPLAYED) this.#sent.shift();
    this.send(dispatch);
  }

  send(payload: object): void {
    if (!this.zombie) this.connection?.send(JSON.stringify(payload));
  }

  /** What came after `seq`, or nothing when that is not known any more, or not yet. */
  missedSince(seq: number): readonly Dispatch[] | undefined {
    const first = this.#sent[0]?.s ?? 1;
    if (seq > this.#seq || seq < first - 1) return undefined;
    return this.#sent.filter((dispatch) => dispatch.s > seq);
  }
}
