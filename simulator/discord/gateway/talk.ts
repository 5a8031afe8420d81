import type { WebSocket } from 'ws';
import { isObject, type JsonObject, objectAt, parseJson, stringAt } from '../../common/json.ts';
import type { GatewayHub } from './hub.ts';
import { disallowed, isIntents } from './intents.ts';
import type { Session } from './session.ts';
import { welcome } from './welcome.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
const OP = { heartbeat: 1, identify: 2, resume: 6, invalid: 9, hello: 10, ack: 11 } as const;
const CLOSE = {
  unknownOpcode: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;
type Refusal = readonly [why: keyof typeof CLOSE, ...details: string[]];

/** Presence, voice state, and asking for members: nothing here depends on them. */
const IGNORED = new Set([3, 4, 8]);
/** The codes with which a client ends its session; with any other it means to come back. */
const ORDERLY = new Set([1000, 1001]);

interface Line {
  readonly hub: GatewayHub;
  readonly connection: WebSocket;
  session: Session | undefined;
}

/** One connection's conversation, from hello on. */
export function talk(hub: GatewayHub, connection: WebSocket): void {
  const line: Line = { hub, connection, session: undefined };
  connection.on('message', (data) => hear(line, String(data)));
  connection.on('close', (code) => {
    if (line.session) hub.lost(line.session, connection, ORDERLY.has(code));
  });
  connection.on('error', () => connection.terminate());
  say(line, { op: OP.hello, d: { heartbeat_interval: hub.servers.timing.heartbeatMs } });
}

function hear(line: Line, text: string): void {
  const payload = parseJson(text);
  const op = isObject(payload) ? payload.op : undefined;
  if (!isObject(payload) || typeof op !== 'number') refuse(line, ['decode']);
  else if (!line.session?.zombie) obey(line, op, objectAt(payload, 'd') ?? {});
}

function obey(line: Line, op: number, d: JsonObject): void {
  if (op === OP.heartbeat) say(line, { op: OP.ack });
  else if (op === OP.identify) identify(line, d);
  else if (op === OP.resume) resume(line, d);
  else if (!IGNORED.has(op)) refuse(line, ['unknownOpcode', `op ${op}`]);
  else if (!line.session) refuse(line, ['notAuthenticated']);
}

/** https://discord.com/developers/docs/events/gateway-events#identify */
function identify(line: Line, d: JsonObject): void {
  const { hub, connection } = line;
  const refusal = identifyRefusal(line, d);
  const shard = shardIn(d);
  if (refusal) refuse(line, refusal);
  else if (shard && isIntents(d.intents)) {
    line.session = hub.begin({ intents: d.intents, shard, connection });
    welcome(hub, line.session);
  }
}

function identifyRefusal({ hub, session }: Line, d: JsonObject): Refusal | undefined {
  const { options } = hub.servers;
  if (session) return ['alreadyAuthenticated'];
  if (bare(d) !== options.botToken) return ['authenticationFailed'];
  if (!objectAt(d, 'properties')) return ['decode', 'identify needs properties'];
  if (!shardIn(d)) return ['invalidShard', JSON.stringify(d.shard)];
  if (!isIntents(d.intents)) return ['invalidIntents', JSON.stringify(d.intents)];
  const missing = disallowed(d.intents, options.privilegedIntents ?? []);
  return missing.length > 0 ? ['disallowedIntents', ...missing] : undefined;
}

/** https://discord.com/developers/docs/events/gateway#resuming */
function resume(line: Line, d: JsonObject): void {
  const { hub } = line;
  const session = hub.resumable(stringAt(d, 'session_id') ?? '');
  const missed = typeof d.seq === 'number' ? session?.missedSince(d.seq) : undefined;
  if (bare(d) !== hub.servers.options.botToken) refuse(line, ['authenticationFailed']);
  else if (!session || !missed) say(line, { op: OP.invalid, d: false });
  else {
    takeOver(line, session);
    for (const dispatch of missed) session.send(dispatch);
    session.dispatch('RESUMED', {});
    hub.servers.changed('gateway');
  }
}

function takeOver(line: Line, session: Session): void {
  const before = session.connection;
  session.connection = line.connection;
  session.lostAtMs = undefined;
  session.zombie = false;
  line.session = session;
  before?.terminate();
}

function bare(d: JsonObject): string {
  return (stringAt(d, 'token') ?? '').replace(/^Bot /, '');
}

function shardIn({ shard = [0, 1] }: JsonObject): Session['shard'] | undefined {
  if (!Array.isArray(shard)) return undefined;
  const [id, count] = shard;
  const whole = Number.isInteger(id) && Number.isInteger(count);
  return whole && id >= 0 && id < count ? [id, count] : undefined;
}

function say({ connection, session }: Line, payload: object): void {
  if (!session?.zombie) connection.send(JSON.stringify(payload));
}

function refuse({ hub, connection }: Line, [why, ...details]: Refusal): void {
  hub.journal.violation('gateway', String(CLOSE[why]), [why, ...details]);
  connection.close(CLOSE[why], why);
}
