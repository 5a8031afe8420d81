import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { REPORT_STATES } from '../../../src/reports/report.ts';
import { isRefused, ok } from '../../../src/result.ts';
import { admitted } from '../auth/admit.ts';
import type { Admitted, ApiCollaborators, ApiServer } from '../collaborators.ts';
import { PAGING, pageOf, wantedOf } from '../cursor.ts';
import { once } from '../idempotency/once.ts';
import { Refused } from '../problems/errors.ts';
import { translateFor } from '../problems/reader.ts';
import { IDEMPOTENCY, id, listOf, PROBLEMS } from '../schemas/common.ts';
import {
  draftBody,
  reportDetails,
  reportSummary,
  savedDraft,
  shownDraft,
  shownReport,
  shownSummary,
  submission,
} from '../schemas/reports.ts';

const SHARED = { tags: ['Reports'] };
const byId = z.object({ id });
const seesContacts = ({ holder }: Admitted): boolean => holder.scopes.includes('contacts:read');

/** Cooperation reports of the company, and what it has to do about them. */
export const reportRoutes: FastifyPluginAsyncZod<ApiCollaborators> = async (fastify, parts) => {
  listAll(fastify, parts);
  showOne(fastify, parts);
  saveDraft(fastify, parts);
  submitOne(fastify, parts);
};

function listAll(fastify: ApiServer, parts: ApiCollaborators): void {
  fastify.get(
    '/reports',
    {
      schema: {
        ...SHARED,
        summary: 'Lists your reports, the newest first',
        querystring: z.strictObject({ ...PAGING, state: z.enum(REPORT_STATES).optional() }),
        response: { 200: listOf(reportSummary), ...PROBLEMS },
      },
    },
    async (request) => {
      const { space } = admitted(parts, request, 'reports:read');
      const { state, ...paging } = request.query;
      const states = state === undefined ? [] : [state];
      return pageOf(await space.reports({ ...wantedOf(paging), states }), shownSummary);
    },
  );
}

function showOne(fastify: ApiServer, parts: ApiCollaborators): void {
  fastify.get(
    '/reports/:id',
    {
      schema: {
        ...SHARED,
        summary: 'Shows one report with its draft, what is blank, and what the store said',
        params: byId,
        response: { 200: reportDetails, ...PROBLEMS },
      },
    },
    async (request) => {
      const caller = admitted(parts, request, 'reports:read');
      const found = await caller.space.report(request.params.id);
      if (isRefused(found)) throw new Refused(found);
      return shownReport(found.ok, seesContacts(caller));
    },
  );
}

function saveDraft(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app, defaults } = parts;
  fastify.patch(
    '/reports/:id/draft',
    {
      schema: {
        ...SHARED,
        summary: 'Keeps inputs of the cooperation information; what is wrong is kept, and named',
        headers: IDEMPOTENCY,
        params: byId,
        body: draftBody,
        response: { 200: savedDraft, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { holder, space } = admitted(parts, request, 'reports:write');
      const { body } = request;
      const values = Object.fromEntries(
        Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const saved = await space.saveDraft({ requestId }, request.params.id, values);
        if (isRefused(saved)) return saved;
        return ok({ status: 200, body: shownDraft(translateFor(defaults, request), saved.ok) });
      });
    },
  );
}

function submitOne(fastify: ApiServer, parts: ApiCollaborators): void {
  const { app } = parts;
  fastify.post(
    '/reports/:id/submissions',
    {
      schema: {
        ...SHARED,
        summary: 'Submits the draft to the store as the next revision',
        headers: IDEMPOTENCY,
        params: byId,
        body: submission,
        response: { 201: reportDetails, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const caller = admitted(parts, request, 'reports:write');
      const { holder, space } = caller;
      const { body } = request;
      return once({ app, holder, request, reply, body }, async (requestId) => {
        const submitted = await space.submit({ requestId }, request.params.id, body.stateSeq);
        if (isRefused(submitted)) return submitted;
        return ok({ status: 201, body: shownReport(submitted.ok, seesContacts(caller)) });
      });
    },
  );
}
