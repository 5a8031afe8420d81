import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import type { FileRef } from '../../chat/form.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import type { Actor } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { attachableSide } from '../evidence/attachable.ts';
import { type Inspected, inspect } from '../evidence/inspect.ts';
import { evidenceLink } from '../fields/typed/evidence.ts';
import { type Case, loadCase } from '../record/case.ts';
import { standInFor } from '../record/stand-ins/stand-in.ts';
import type { Side } from '../report.ts';

export interface AttachInput {
  readonly reportId: string;
  readonly actor: Actor;
  /** Null for all but the last of several that one request hands in. */
  readonly requestId: string | null;
  readonly what: { readonly file: FileRef } | { readonly link: string; readonly account: AccountRef };
}

export interface Attached {
  readonly evidenceId: string;
  readonly name: string;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock' | 'ids' | 'fetchFile' | 'fileAt'>;

/**
 * Puts a file or a link with the case (G9). A link to the person's own file on their platform stands for that file; any
 * other is kept as an address and never opened. The file is fetched, its bytes are inspected and kept under their SHA-256.
 * Refused: too large, not a PDF, JPEG or PNG, active content, already attached, or not the time for it.
 */
export async function attachEvidence(app: Needs, input: AttachInput): Promise<Result<Attached>> {
  const parties = await loadCase(app, input.reportId);
  if (!parties) return refuse('reports.unknown', { report: input.reportId });
  const side = attachableSide(parties.report, input.actor);
  if (isRefused(side)) return side;
  const file = 'file' in input.what ? input.what.file : await app.fileAt(input.what.link, input.what.account);
  const item = file ? await fetched(app, parties, file) : linked('link' in input.what ? input.what.link : '');
  if (isRefused(item)) return item;
  const [principal] = standInFor(parties, input.actor, 'report.attach').onBehalfOf;
  return store(app, input, { item: item.ok, side: side.ok, principal });
}

interface Item extends Inspected {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly link: string | null;
}

async function fetched(app: Needs, { rules }: Case, file: FileRef): Promise<Result<Item>> {
  const { maximumBytes } = rules.evidence;
  const tooLarge = () =>
    refuse(
      'reports.evidence-too-large',
      { fileName: file.name, maximumMegabytes: Math.floor(maximumBytes / 2 ** 20) },
      'evidence',
    );
  if (file.sizeBytes > maximumBytes) return tooLarge();
  const bytes = await app.fetchFile(file);
  // What the platform said of the size was a claim; this is the size.
  if (bytes.byteLength > maximumBytes) return tooLarge();
  const inspected = await inspect(file.name, bytes);
  return isRefused(inspected) ? inspected : ok({ ...inspected.ok, name: file.name, bytes, link: null });
}

function linked(typed: string): Result<Item> {
  const link = evidenceLink(typed);
  if (isRefused(link)) return link;
  const { url } = link.ok;
  return ok({
    name: url,
    link: url,
    mediaType: 'text/uri-list',
    sha256: `link:${url}`,
    bytes: new Uint8Array(),
  });
}

async function store(
  app: Needs,
  { reportId, actor, requestId }: AttachInput,
  { item, side, principal }: { item: Item; side: Side; principal: string | undefined },
): Promise<Result<Attached>> {
  const at = app.clock.now();
  const evidenceId = app.ids.next('evd');
  try {
    await app.database.change([
      ...(item.link === null ? [blob(item)] : []),
      Prisma.sql`
        INSERT INTO evidence (id, report_id, side, file_name, media_type, size_bytes, sha256, link, scanned_at,
                              uploaded_by, uploaded_at)
        VALUES (${evidenceId}, ${reportId}, ${side}, ${item.name}, ${item.mediaType}, ${item.bytes.byteLength},
                ${item.sha256}, ${item.link}, ${at}, ${actor.principalId}, ${at})`,
      auditEvent({
        objectType: 'report',
        objectId: reportId,
        actor: actor.principalId,
        onBehalfOf: principal,
        action: 'report.attach',
        requestId,
        at,
        data: { evidenceId, side, name: item.name, sha256: item.sha256, bytes: item.bytes.byteLength },
      }),
      ...owe(app.queue, { messages: [], redraw: [reportId] }, at),
      ...(requestId === null ? [] : [handled(requestId, at)]),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === 'unique') {
      return refuse('reports.evidence-already-attached', { fileName: item.name }, 'evidence');
    }
    throw error;
  }
  return ok({ evidenceId, name: item.name });
}

const blob = ({ sha256, bytes }: Item): Prisma.Sql => Prisma.sql`
  INSERT INTO evidence_blob (sha256, bytes) VALUES (${sha256}, ${bytes}) ON CONFLICT (sha256) DO NOTHING`;
