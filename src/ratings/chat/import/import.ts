import { stringify } from 'csv-stringify/sync';
import type { Card } from '../../../chat/card.ts';
import type { Answer, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { FileRef, FormPage, FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { fileRefs } from '../../../reports/chat/forms/form-values.ts';
import { isRefused, refuse } from '../../../result.ts';
import { importChecks } from '../../actions/import/import-checks.ts';
import { type Imported, importStoreMonths } from '../../actions/import/import-store-months.ts';
import { REJECTED_COLUMNS, rejectedCells } from '../../store-months/rejection-text.ts';
import type { Rejection } from '../../store-months/row.ts';
import { IMPORT, RATING } from '../handles.ts';

/** A platform hands files over whole; larger ones are streamed from the machine's own disk. */
const MOST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;
/** As many as a person reads. */
const MOST_REJECTIONS = 10_000;

/** `/staff import`: store months, or measurements of filed standards, from a CSV file (domain-rules §4.3). */
export const staffImport: Command = {
  area: 'staff',
  verb: 'import',
  options: [],
  who: 'staff.import',
  effect: 'read',
  run: async (talk) => ({ kind: 'form', page: importPage(talk) }),
};

export const importForm: FormHandler = {
  form: IMPORT,
  run: async (talk, { values }) => {
    const refusal = permissionRefusal(permitted('staff.import', talk.person));
    if (refusal) return refusal;
    const [file] = fileRefs(values.file ?? []);
    if (!file) return refuse('ratings.import-no-file', {}, 'file');
    if (file.sizeBytes > MOST_MEGABYTES * MEGABYTE)
      return refuse(
        'ratings.import-too-large',
        { megabytes: MOST_MEGABYTES, example: 'npm run import -- FILE' },
        'file',
      );
    return imported(talk, file, values);
  },
};

async function imported(talk: Known, file: FileRef, values: FormValues): Promise<Answer> {
  const { app, person } = talk;
  if (typed(values, 'kind') === 'checks') return importedChecks(talk, file, values);
  const rejections: Rejection[] = [];
  const result = await importStoreMonths(app, {
    name: file.name,
    source: bytesOf(talk, file),
    from: 'UPLOAD',
    partial: typed(values, 'partial') === 'good',
    by: person.principalId,
    onRejected: (rows) => rejections.push(...rows.slice(0, MOST_REJECTIONS - rejections.length)),
  });
  if (isRefused(result)) return result;
  return withRejections(talk, importedCard(talk, result.ok), rejections);
}

async function importedChecks(talk: Known, file: FileRef, values: FormValues): Promise<Answer> {
  const { app, person: actor, requestId, t } = talk;
  const partial = typed(values, 'partial') === 'good';
  const result = await importChecks(app, { actor, requestId, source: bytesOf(talk, file), partial });
  if (isRefused(result)) return result;
  const { accepted, months, rejections, done } = result.ok;
  const rejected = new Set(rejections.map(({ line }) => line)).size;
  const title = done
    ? t('ratings.import.done-checks', { accepted, months })
    : t('ratings.import.nothing', { rejected });
  const tone = done ? (rejected > 0 ? 'warning' : 'good') : 'bad';
  return withRejections(talk, { tone, title }, rejections.slice(0, MOST_REJECTIONS));
}

function withRejections(talk: Known, card: Card, rejections: readonly Rejection[]): Answer {
  if (rejections.length === 0) return { kind: 'closed', card };
  return {
    kind: 'file',
    name: 'rejected.csv',
    mediaType: 'text/csv',
    bytes: new TextEncoder().encode(rejectedList(talk, rejections)),
    card,
  };
}

async function* bytesOf({ app }: Known, file: FileRef): AsyncGenerator<Uint8Array> {
  yield await app.fetchFile(file);
}

function importedCard({ t }: Known, { done, accepted, unchanged, rejected }: Imported): Card {
  const count = t('ratings.import.rejected', { count: rejected });
  if (!done) return { tone: 'bad', title: t('ratings.import.nothing', { rejected }), lead: count };
  return {
    tone: rejected > 0 ? 'warning' : 'good',
    title: t('ratings.import.done', { accepted, unchanged }),
    ...(rejected > 0 ? { lead: count } : {}),
  };
}

/** With a mark at the beginning, by which spreadsheets know the encoding; no cell can run as a formula. */
const rejectedList = ({ t }: Known, rejections: readonly Rejection[]): string =>
  stringify([REJECTED_COLUMNS, ...rejections.map((each) => rejectedCells(t, each))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });

function importPage({ t }: Known): FormPage {
  return {
    form: IMPORT,
    page: 'file',
    target: { ...RATING, action: IMPORT, subject: '' },
    title: t('ratings.import.title'),
    intro: t('ratings.import.intro'),
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: t('ratings.import.kind'),
        options: ['months', 'checks'].map((value) => ({ value, label: t(`ratings.import.${value}`) })),
        initial: 'months',
      },
      {
        kind: 'file',
        name: 'file',
        label: t('ratings.import.file'),
        extensions: ['csv', 'txt'],
        maxFiles: 1,
      },
      {
        kind: 'choice',
        name: 'partial',
        label: t('ratings.import.partial'),
        options: ['all', 'good'].map((value) => ({ value, label: t(`ratings.import.${value}`) })),
        initial: 'all',
      },
    ],
    submitLabel: t('ratings.import.submit'),
    closeLabel: t('common.button.cancel'),
  };
}
