import type { App } from '../../../src/app.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { type Applied, applyEvent } from '../../../src/reports/actions/apply.ts';
import { attachEvidence } from '../../../src/reports/actions/attach-evidence.ts';
import { draftRequest } from '../../../src/reports/actions/draft-request.ts';
import { fillPage } from '../../../src/reports/actions/fill-page.ts';
import { submit } from '../../../src/reports/actions/submit.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { providerPages } from '../../../src/reports/fields/forms.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import { ticksRequired } from '../../../src/reports/quality-standards/ticks.ts';
import { type Case, loadCase } from '../../../src/reports/record/case.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { CAST } from '../cast.ts';

export type SeedApp = Pick<App, 'database' | 'queue' | 'clock' | 'ids' | 'metrics'>;

/** Somebody of the cast, by principal id. */
export function actor(principalId: string): Actor {
  const memberships = CAST.people.flatMap((person) =>
    person.principalId === principalId && person.role !== null && person.organisationId !== null
      ? [{ organisationId: person.organisationId, role: person.role }]
      : [],
  );
  if (memberships.length === 0) throw new Error(`${principalId} is not in the demo's cast; see people.ts.`);
  return { principalId, memberships };
}

/** The real actions, as the cast takes them; a refusal is a mistake of the demo. */
export function acting(app: SeedApp) {
  const input = (reportId: string, by: string) => ({
    ...{ reportId, stateSeq: null, actor: actor(by), requestId: null, channel: 'slack' },
  });
  const load = async (reportId: string): Promise<Case> => {
    const parties = await loadCase(app, reportId);
    if (!parties) throw new Error(`The demo lost its report ${reportId}.`);
    return parties;
  };
  return {
    draft: async (storeId: string, providerId: string, by: string, values: FieldValues): Promise<string> => {
      const requestId = app.ids.next('req');
      const asked = {
        storeId,
        providerId,
        entryChannel: 'REPORT' as const,
        values,
        actor: actor(by),
        requestId,
      };
      return done(await draftRequest(app, asked)).id;
    },
    apply: async (reportId: string, by: string, event: ReportEvent): Promise<Applied> =>
      done(await applyEvent(app, input(reportId, by), event)),
    fill: async (reportId: string, by: string, values: FieldValues): Promise<void> => {
      const { report } = await load(reportId);
      for (const { id: page, fields } of providerPages(report.request.serviceScope)) {
        const own = fields.flatMap(({ name }) => (name in values ? [[name, values[name] ?? '']] : []));
        const typed = {
          reportId,
          page,
          values: Object.fromEntries(own),
          actor: actor(by),
          requestId: app.ids.next('req'),
        };
        done(await fillPage(app, typed));
      }
    },
    attach: async (reportId: string, by: string): Promise<void> => {
      const file = {
        platform: 'slack',
        id: 'F0CONTRACT',
        name: `${reportId}-合同.pdf`,
        mediaType: 'application/pdf',
        sizeBytes: CONTRACT.length,
      };
      const fetchFile = async () => CONTRACT;
      done(
        await attachEvidence(
          { ...app, fetchFile, fileAt: async () => null },
          { reportId, actor: actor(by), requestId: null, what: { file } },
        ),
      );
    },
    submit: async (reportId: string, by: string): Promise<Applied> =>
      done(await submit(app, input(reportId, by))),
    confirm: async (reportId: string, by: string, typedName: string): Promise<Applied> => {
      const { report, current } = await load(reportId);
      const naTicks = ticksRequired(current?.fields.qualityStandards ?? []);
      const event = { type: 'confirm' as const, clickedHash: report.revisionHash ?? '', naTicks, typedName };
      return done(await applyEvent(app, input(reportId, by), event));
    },
  };
}

export type Acting = ReturnType<typeof acting>;

/** The smallest file that is a PDF. */
const CONTRACT = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** What an action gave. */
export function done<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(`The demo was refused: ${JSON.stringify(result)}`);
  return result.ok;
}
