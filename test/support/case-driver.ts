import type { App } from '../../src/app.ts';
import type { Actor } from '../../src/people/principal.ts';
import { type Applied, applyEvent } from '../../src/reports/actions/apply.ts';
import { attachEvidence } from '../../src/reports/actions/attach-evidence.ts';
import { draftRequest } from '../../src/reports/actions/draft-request.ts';
import { fillPage } from '../../src/reports/actions/fill-page.ts';
import { submit } from '../../src/reports/actions/submit.ts';
import type { FieldValues } from '../../src/reports/fields/field-values.ts';
import { providerPages } from '../../src/reports/fields/forms.ts';
import type { ReportEvent } from '../../src/reports/lifecycle/events.ts';
import { ticksRequired } from '../../src/reports/quality-standards/ticks.ts';
import { type Case, loadCase } from '../../src/reports/record/case.ts';
import { isRefused, type Result } from '../../src/result.ts';
import { PDF } from './app.ts';
import { type Cast, requestValues, revisionValues } from './cast.ts';

/** Takes a case through its steps by the real actions; a refusal where none is expected fails the test. */
export function caseDriver(app: App, cast: Cast) {
  const input = (reportId: string, actor: Actor) => ({
    reportId,
    stateSeq: null,
    actor,
    requestId: null,
    channel: 'test',
  });
  const load = async (id: string): Promise<Case> => {
    const parties = await loadCase(app, id);
    if (!parties) throw new Error(`no report ${id}`);
    return parties;
  };
  const driver = {
    load,
    draft: async (changes: FieldValues = {}) =>
      expectOk(
        await draftRequest(app, {
          storeId: cast.storeId,
          providerId: cast.providerId,
          entryChannel: 'REPORT',
          values: requestValues(cast, changes),
          actor: cast.owner,
          requestId: app.ids.next('req'),
        }),
      ).id,
    apply: async (id: string, actor: Actor, event: ReportEvent): Promise<Applied> =>
      expectOk(await applyEvent(app, input(id, actor), event)),
    fill: async (id: string, changes: FieldValues = {}) => {
      const values = revisionValues(cast, changes);
      for (const { id: page, fields } of providerPages((await load(id)).report.request.serviceScope)) {
        const names = new Set(fields.map(({ name }) => name));
        const own = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)));
        expectOk(
          await fillPage(app, {
            reportId: id,
            page,
            values: own,
            actor: cast.admin,
            requestId: app.ids.next('req'),
          }),
        );
      }
      await driver.attach(id);
    },
    attach: async (id: string, bytes: Uint8Array = PDF) =>
      expectOk(
        await attachEvidence(
          { ...app, fetchFile: async () => bytes },
          {
            reportId: id,
            actor: cast.admin,
            requestId: null,
            what: {
              file: {
                platform: 'test',
                id: 'F1',
                name: 'contract.pdf',
                mediaType: 'application/pdf',
                sizeBytes: bytes.length,
              },
            },
          },
        ),
      ),
    submit: async (id: string) => expectOk(await submit(app, input(id, cast.admin))),
    confirm: async (id: string) => {
      const { report, current } = await load(id);
      return driver.apply(id, cast.owner, {
        type: 'confirm',
        clickedHash: report.revisionHash ?? '',
        naTicks: ticksRequired(current?.fields.qualityStandards ?? []),
        typedName: 'Olivia Hart',
      });
    },
    deadline: async (id: string) => (await load(id)).report.deadline?.at.toISOString() ?? null,
    /** The whole way to STAFF_REVIEW. */
    toReview: async (request: FieldValues = {}, revision: FieldValues = {}) => {
      const id = await driver.draft(request);
      await driver.apply(id, cast.owner, { type: 'request' });
      await driver.apply(id, cast.admin, { type: 'accept' });
      await driver.fill(id, revision);
      await driver.submit(id);
      await driver.confirm(id);
      return id;
    },
  };
  return driver;
}

export type CaseDriver = ReturnType<typeof caseDriver>;

export function expectOk<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.ok;
}
