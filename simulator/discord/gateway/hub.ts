import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Journal } from '../../common/journal.ts';
import type { JsonObject } from '../../common/json.ts';
import type { Servers } from '../state/servers.ts';
import { shardOf } from '../state/snowflake.ts';
import { INTENTS, type IntentName } from './intents.ts';
import { Session } from './session.ts';
import { talk } from './talk.ts';

/** One event, and who hears of it. */
export interface GatewayEvent {
  readonly t: string;
  /** May differ by what a session may know. */
  readonly d: JsonObject | ((session: Session) => JsonObject);
  /** Absent for direct messages, which go to the first shard. */
  readonly guildId?: string | undefined;
  /** Absent: everybody hears it, as interactions are. */
  readonly intent?: IntentName;
}

/** Close codes. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const UNKNOWN_ERROR = 4000;
const GOING_AWAY = 1001;

/** Every session of the app, connected or not. */
export class GatewayHub {
  readonly servers: Servers;
  readonly journal: Journal;
  readonly sessions = new Map<string, Session>();
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<WebSocket>();

  constructor(servers: Servers, journal: Journal) {
    this.servers = servers;
    this.journal = journal;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (connection) => {
      this.#connections.add(connection);
      connection.on('close', () => this.#connections.delete(connection));
      talk(this, connection);
    });
  }

  /** Sessions that are connected now. */
  get connected(): readonly Session[] {
    return [...this.sessions.values()].filter((session) => session.connection !== undefined);
  }

  begin(session: Pick<Session, 'intents' | 'shard' | 'connection'>): Session {
    this.#forgetLost(session.shard);
    const begun = new Session({ ...session, id: this.servers.nextSecret('session') });
    this.sessions.set(begun.id, begun);
    this.servers.changed('gateway');
    return begun;
  }

  /** A session whose connection broke can be resumed; one that the app closed in an orderly way is over. */
  lost(session: Session, connection: WebSocket, orderly: boolean): void {
    if (session.connection !== connection) return;
    session.connection = undefined;
    session.zombie = false;
    session.lostAtMs = this.servers.wireMs();
    if (orderly) this.sessions.delete(session.id);
    this.servers.changed('gateway');
  }

  resumable(id: string): Session | undefined {
    const session = this.sessions.get(id);
    const lostAt = session?.lostAtMs;
    const late = lostAt !== undefined && this.servers.wireMs() - lostAt > this.servers.timing.resumeMs;
    if (late) this.sessions.delete(id);
    return late ? undefined : session;
  }

  /** Returns how many sessions were told, or will be when they resume. */
  emit({ t, d, guildId, intent }: GatewayEvent): number {
    const hearing = [...this.sessions.values()].filter((session) => {
      const [shard, count] = session.shard;
      const served = guildId === undefined ? shard === 0 : shardOf(guildId, count) === shard;
      return served && (intent === undefined || (session.intents & INTENTS[intent]) !== 0);
    });
    for (const session of hearing) session.dispatch(t, typeof d === 'function' ? d(session) : d);
    return hearing.length;
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const { connection } of this.connected) connection?.terminate();
  }

  /** Asks every session to reconnect and resume, as Discord does before a restart. */
  reconnect(): void {
    for (const session of this.connected) session.send({ op: 7, d: null });
  }

  invalidate(resumable: boolean): void {
    for (const session of this.connected) {
      if (!resumable) this.sessions.delete(session.id);
      session.send({ op: 9, d: resumable });
    }
  }

  /** Connections stay open, and nothing comes through them any more. */
  deafen(): void {
    for (const session of this.connected) session.zombie = true;
  }

  close(code = UNKNOWN_ERROR): void {
    for (const { connection } of this.connected) connection?.close(code);
  }

  stop(): void {
    for (const connection of this.#connections) {
      connection.close(GOING_AWAY);
      connection.terminate();
    }
    this.sessions.clear();
  }

  // A client that identifies anew has given up what it was.
  #forgetLost([shard, count]: Session['shard']): void {
    for (const session of this.sessions.values()) {
      const same = session.shard[0] === shard && session.shard[1] === count;
      if (same && session.connection === undefined) this.sessions.delete(session.id);
    }
  }
}
