import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Case } from '../../record/case.ts';
import { caseDocument } from '../../record/case-document.ts';
import { caseTitle } from '../card/case-card.ts';
import { REPORT_OPTION, withReport } from './find-report.ts';

/** `/report export [report]`: the case with its history as a file, for its parties, the staff and auditors. */
export const reportExport: Command = {
  area: 'report',
  verb: 'export',
  options: [REPORT_OPTION],
  who: 'report.export',
  effect: 'read',
  run: (talk, { report: typed }) => exported(talk, typed),
};

export const exportClick: Click = {
  action: 'report.export',
  effect: 'read',
  run: (talk, { subject }) => exported(talk, subject),
};

const exported = (talk: Known, typed: string | undefined): Promise<Answer> =>
  withReport(talk, { typed, verb: 'export', states: [] }, async (parties) => {
    const refusal = permissionRefusal(permitted('report.export', talk.person, parties.report));
    return refusal ?? asFile(talk, parties);
  });

async function asFile({ app, t }: Known, parties: Case): Promise<Answer> {
  const document = await caseDocument(app, parties);
  return {
    kind: 'file',
    name: `${parties.report.id}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`),
    card: {
      tone: 'neutral',
      title: caseTitle(parties),
      lead: t('cases.export.lead'),
      footer: t('cases.export.footer'),
    },
  };
}
