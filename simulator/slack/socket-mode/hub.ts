import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Journal } from '../../common/journal.ts';
import { isObject, type JsonObject, parseJson, stringAt } from '../../common/json.ts';
import { ackMessage } from '../outbound/responses/respond.ts';
import type { Delivery, Outcome, Transport } from '../outbound/transport/delivery.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Envelope, envelopeFor } from './envelope.ts';

/** https://docs.slack.dev/apis/events-api/using-socket-mode/#connections */
const MAX_CONNECTIONS = 10;

interface Waiting {
  readonly envelope: Envelope;
  readonly resolve: (outcome: Outcome) => void;
  /** Ends the app's time to acknowledge, counted from when it could last have seen the envelope. */
  timer: NodeJS.Timeout;
}

/** Slack's end of Socket Mode: tickets, sockets, envelopes and their acknowledgements. */
export class SocketHub implements Transport {
  /** Called when a socket is ready, so that what was missed can be sent again. */
  onReady: () => void = () => undefined;
  readonly #workspace: Workspace;
  readonly #journal: Journal;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #sockets = new Set<WebSocket>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #answered = new Set<string>();

  constructor(workspace: Workspace, journal: Journal) {
    this.#workspace = workspace;
    this.#journal = journal;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** A single-use address for one connection, relative to the stand-in's own. Nothing when there are too many. */
  issueTicket(): string | undefined {
    if (this.#sockets.size >= MAX_CONNECTIONS) return undefined;
    const ticket = this.#workspace.nextId('ticket-');
    this.#tickets.add(ticket);
    return `/socket?ticket=${ticket}&app_id=${this.#workspace.bot.appId}`;
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '', 'ws://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  deliver(delivery: Delivery): Promise<Outcome> {
    const envelope = envelopeFor(this.#workspace.nextId('envelope-'), delivery);
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const waiting = { envelope, resolve, timer: this.#patience(envelope) };
    this.#waiting.set(envelope.envelope_id, waiting);
    this.#send(envelope);
    return promise.finally(() => clearTimeout(waiting.timer));
  }

  #patience({ envelope_id: id }: Envelope): NodeJS.Timeout {
    return setTimeout(() => this.#giveUp(id), this.#workspace.timing.ackMs);
  }

  /** Asks every socket to come back on a fresh connection, as Slack does every few hours. */
  refresh(reason: 'warning' | 'refresh_requested' = 'refresh_requested'): void {
    const message = { type: 'disconnect', reason, debug_info: { host: 'stand-in' } };
    for (const socket of this.#sockets) socket.send(JSON.stringify(message));
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('message', (data) => this.#receive(parseJson(String(data))));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#workspace.changed('sockets');
    });
    socket.send(JSON.stringify(this.#hello()));
    for (const waiting of this.#waiting.values()) this.#sendAgain(socket, waiting);
    this.#workspace.changed('sockets');
    this.onReady();
  }

  #sendAgain(socket: WebSocket, waiting: Waiting): void {
    clearTimeout(waiting.timer);
    waiting.timer = this.#patience(waiting.envelope);
    socket.send(JSON.stringify(waiting.envelope));
  }

  #hello(): JsonObject {
    return {
      type: 'hello',
      num_connections: this.#sockets.size,
      debug_info: { host: 'stand-in', approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#workspace.bot.appId },
    };
  }

  #send(envelope: Envelope): void {
    const open = [...this.#sockets].filter((socket) => socket.readyState === WebSocket.OPEN);
    open.at(-1)?.send(JSON.stringify(envelope));
  }

  #receive(message: unknown): void {
    const id = isObject(message) ? stringAt(message, 'envelope_id') : undefined;
    if (!isObject(message) || id === undefined) {
      this.#journal.violation('socket', 'malformed_message');
      return;
    }
    const waiting = this.#waiting.get(id);
    if (waiting) this.#acknowledge(waiting, message);
    else
      this.#journal.violation(
        'socket',
        this.#answered.has(id) ? 'second_acknowledgement' : 'unknown_envelope',
        [id],
      );
  }

  #acknowledge({ envelope, resolve }: Waiting, message: JsonObject): void {
    const { payload } = message;
    this.#waiting.delete(envelope.envelope_id);
    this.#answered.add(envelope.envelope_id);
    if (!envelope.accepts_response_payload && ackMessage(payload)) {
      this.#journal.violation('socket', 'response_payload_not_accepted', [envelope.type]);
    }
    resolve(payload === undefined ? { acked: true } : { acked: true, body: payload });
  }

  #giveUp(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    this.#answered.add(id);
    waiting.resolve({
      acked: false,
      error: this.#sockets.size > 0 ? 'operation_timeout' : 'dispatch_failed',
    });
  }
}
