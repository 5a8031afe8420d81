import type { FastifyInstance } from 'fastify';
import type * as z from 'zod';
import { changeStream } from '../../../common/http/change-stream.ts';
import { poster } from '../../../common/http/poster.ts';
import { autocomplete, runCommand } from '../../interactions/commands/run.ts';
import { operate } from '../../interactions/components.ts';
import { closeModal, fillModal, submitModal } from '../../interactions/modals/modals.ts';
import { speak } from '../../interactions/speech.ts';
import type { DiscordSimulator } from '../../simulator.ts';
import { openDirect } from '../../state/channels.ts';
import { contentOf, storeFile } from '../../state/files.ts';
import { Circumstances } from '../circumstances.ts';
import { personState } from './person-state.ts';
import * as ask from './requests.ts';

/** `<prefix>/control/…`: the page's way in. Answers `{ ok: true, … }`, or 409 with what stands in the way. */
export function controlRoutes(fastify: FastifyInstance, simulator: DiscordSimulator): void {
  watching(fastify, simulator);
  acting(fastify, simulator);
  disturbing(fastify, simulator);
  changeStream(fastify, simulator.servers);
}

function watching(fastify: FastifyInstance, simulator: DiscordSimulator): void {
  fastify.get<{ Querystring: { user?: string } }>('/control/state', (request) =>
    personState(simulator, request.query.user ?? ''),
  );
  fastify.get<{ Params: { id: string } }>('/control/files/:id', (request, reply) => {
    const file = simulator.servers.state.files[request.params.id];
    return file ? reply.type(file.contentType).send(contentOf(file)) : reply.code(404).send('no such file');
  });
  fastify.get('/control/violations', () => simulator.journal.violations);
  fastify.get('/control/requests', () => simulator.journal.requests);
}

function acting(fastify: FastifyInstance, core: DiscordSimulator): void {
  const post = poster(fastify);
  post('command', ask.commandRequest, async ({ user, channel, command }) => ({
    outcome: await runCommand(core, { userId: user, channelId: channel, command }),
  }));
  post('autocomplete', ask.commandRequest, async ({ user, channel, command }) => ({
    choices: await autocomplete(core, { userId: user, channelId: channel, command }),
  }));
  post('action', ask.actionRequest, async ({ user, channel, message, customId, value }) => ({
    outcome: await operate(core, {
      userId: user,
      channelId: channel,
      messageId: message,
      customId,
      raw: value,
    }),
  }));
  post('input', ask.inputRequest, ({ user, customId, value }) =>
    fillModal(core, user, { [customId]: value }),
  );
  post('submit', ask.submitRequest, async ({ user, values }) => {
    fillModal(core, user, values);
    return { outcome: await submitModal(core, user) };
  });
  post('close', ask.closeRequest, ({ user }) => closeModal(core, user));
  post('message', ask.messageRequest, ({ user, channel, ...said }) => ({
    id: speak(core, { userId: user, channelId: channel, ...said }).id,
  }));
  post('upload', ask.uploadRequest, (upload) => receiveUpload(core, upload));
  post('direct', ask.directRequest, ({ user }) => ({ channel: openDirect(core.servers, user).id }));
}

function receiveUpload(core: DiscordSimulator, upload: z.output<typeof ask.uploadRequest>) {
  const { user, name, contentBase64, contentType, channel } = upload;
  const file = storeFile(core.servers, { name, contentType, content: Buffer.from(contentBase64, 'base64') });
  if (!channel) return { file: file.id };
  return {
    file: file.id,
    id: speak(core, { userId: user, channelId: channel, text: '', files: [file.id] }).id,
  };
}

function disturbing(fastify: FastifyInstance, simulator: DiscordSimulator): void {
  const post = poster(fastify);
  post('failures', ask.failureRequest, ({ route, failure, times }) =>
    simulator.failures.plan(route, failure, times),
  );
  post('disturbance', ask.disturbanceRequest, ({ duplicate, delayMs }) => {
    if (duplicate !== undefined) simulator.outbound.disturbance.duplicate = duplicate;
    if (delayMs !== undefined) simulator.outbound.disturbance.delayMs = delayMs;
  });
  post('clear-failures', ask.nothing, () => simulator.failures.clear());
  post('gateway', ask.gatewayRequest, ({ how }) => disturbGateway(simulator, how));
  post('circumstance', ask.circumstanceRequest, (what) => arrange(new Circumstances(simulator), what));
}

function disturbGateway(
  { gateway }: DiscordSimulator,
  how: z.output<typeof ask.gatewayRequest>['how'],
): void {
  if (how === 'drop') gateway.drop();
  else if (how === 'reconnect') gateway.reconnect();
  else if (how === 'deafen') gateway.deafen();
  else gateway.invalidate(how === 'invalidate-resumable');
}

function arrange(world: Circumstances, what: z.output<typeof ask.circumstanceRequest>): void {
  if (what.kind === 'block-direct') world.blockDirect(what.user, what.blocks);
  else if (what.kind === 'delete-channel') world.deleteChannel(what.channel);
  else if (what.kind === 'delete-message') world.deleteMessage(what.channel, what.message);
  else world[what.kind](what.guild, what.user);
}
