import type { FastifyInstance } from 'fastify';
import type * as z from 'zod';
import { changeStream } from '../../../common/http/change-stream.ts';
import { poster } from '../../../common/http/poster.ts';
import type { Json } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { openHome } from '../../outbound/events/app-home.ts';
import { typeMessage } from '../../outbound/events/person-message.ts';
import { enter, operate } from '../../outbound/interactions/block-actions.ts';
import { suggest } from '../../outbound/interactions/block-suggestion.ts';
import { runCommand } from '../../outbound/interactions/slash-command.ts';
import { elementOn, type SurfaceRef, surfaceFor } from '../../outbound/interactions/surface.ts';
import { closeView } from '../../outbound/interactions/view-closed.ts';
import { submitView } from '../../outbound/interactions/view-submission.ts';
import type { SlackSimulator } from '../../simulator.ts';
import { openDirect } from '../../state/conversations.ts';
import { contentOf, storeFile } from '../../state/files.ts';
import { type Raw, stateValue } from '../../state/modals/entered.ts';
import { topView } from '../../state/modals/views.ts';
import { forge } from '../forgery.ts';
import { personState } from './person-state.ts';
import * as ask from './requests.ts';

/** `<prefix>/control/…`: the page's way in. Answers `{ ok: true, … }`, or 409 with what stands in the way. */
export function controlRoutes(fastify: FastifyInstance, simulator: SlackSimulator): void {
  watching(fastify, simulator);
  acting(fastify, simulator);
  disturbing(fastify, simulator);
  changeStream(fastify, simulator.workspace);
}

function watching(fastify: FastifyInstance, simulator: SlackSimulator): void {
  fastify.get<{ Querystring: { user?: string } }>('/control/state', (request) =>
    personState(simulator, request.query.user ?? ''),
  );
  fastify.get<{ Params: { id: string } }>('/control/files/:id', (request, reply) => {
    const file = simulator.workspace.state.files[request.params.id];
    return file ? reply.type(file.mimetype).send(contentOf(file)) : reply.code(404).send('no such file');
  });
  fastify.get('/control/violations', () => simulator.journal.violations);
  fastify.get('/control/requests', () => simulator.journal.requests);
}

function acting(fastify: FastifyInstance, core: SlackSimulator): void {
  const post = poster(fastify);
  post('command', ask.commandRequest, async ({ user, channel, text }) => ({
    outcome: await runCommand(core, { user, channel, line: text }),
  }));
  post('action', ask.actionRequest, async ({ value, ...operated }) => ({
    outcome: await operate(core, { ...operated, raw: value }),
  }));
  post('suggest', ask.suggestRequest, async (searched) => ({ options: await suggest(core, searched) }));
  post('input', ask.inputRequest, ({ value, ...where }) => fillIn(core, { ...where, raw: value }));
  post('submit', ask.submitRequest, async ({ user, values }) => {
    fillAll(core, user, values);
    return { outcome: await submitView(core, user) };
  });
  post('close', ask.closeRequest, ({ user, all }) => closeView(core, user, { all }));
  post('home', ask.homeRequest, ({ user, tab }) => openHome(core, user, tab));
  post('message', ask.messageRequest, (typed) => ({ ts: typeMessage(core, typed).ts }));
  post('upload', ask.uploadRequest, (upload) => receiveUpload(core, upload));
  post('direct', ask.directRequest, ({ user }) => ({
    channel: openDirect(core.workspace, [user, core.workspace.bot.userId]).id,
  }));
}

function disturbing(fastify: FastifyInstance, simulator: SlackSimulator): void {
  const post = poster(fastify);
  post('failures', ask.failureRequest, ({ method, failure, times }) =>
    simulator.failures.plan(method, failure, times),
  );
  post('disturbance', ask.disturbanceRequest, ({ duplicate, delayMs }) => {
    if (duplicate !== undefined) simulator.outbound.disturbance.duplicate = duplicate;
    if (delayMs !== undefined) simulator.outbound.disturbance.delayMs = delayMs;
  });
  post('clear-failures', ask.nothing, () => simulator.failures.clear());
  post('sockets', ask.socketRequest, ({ how }) => simulator.sockets[how]());
  post('forge', ask.forgeRequest, async ({ kind, user, text }) => ({
    status: await forge({ core: simulator, http: simulator.http }, kind, { user, line: text }),
  }));
}

interface Filling {
  readonly user: string;
  readonly on: SurfaceRef;
  readonly actionId: string;
  readonly blockId?: string | undefined;
  readonly raw: Raw;
}

function fillIn(core: Core, { user, on, raw, ...ref }: Filling): void {
  const surface = surfaceFor(core, user, on);
  if (surface.kind !== 'view') throw new NotPossible('no_view', 'only inputs of views keep what is entered');
  const placed = elementOn(surface, ref);
  const value = stateValue(core.workspace, placed.element, raw);
  if (!value)
    throw new NotPossible('value_not_possible', `${ref.actionId} does not take ${JSON.stringify(raw)}`);
  enter(core, surface.view, { placed, value });
}

function fillAll(core: Core, user: string, values: Record<string, Record<string, Raw>>): void {
  const view = topView(core.workspace, user);
  for (const [blockId, byAction] of Object.entries(values)) {
    for (const [actionId, raw] of Object.entries(byAction)) {
      fillIn(core, { user, on: { viewId: view?.id ?? '' }, actionId, blockId, raw });
    }
  }
}

function receiveUpload(core: Core, upload: z.output<typeof ask.uploadRequest>): Record<string, Json> {
  const { user, name, mimetype, channel, threadTs } = upload;
  const content = Buffer.from(upload.contentBase64, 'base64');
  const file = storeFile(core.workspace, { user, name, mimetype, size: content.length }, content);
  if (!channel) return { file: file.id };
  return { file: file.id, ts: typeMessage(core, { user, channel, text: '', threadTs, files: [file.id] }).ts };
}
