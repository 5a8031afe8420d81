import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { providerPages, storePages } from '../../../src/reports/fields/forms.ts';
import { PDF } from '../../support/app.ts';
import { revisionValues } from '../../support/cast.ts';
import { type Entries, en, type Screen } from './screen.ts';
import type { World } from './world.ts';

/** What Aurora asks of Yuanfan, as Olivia types it. */
export const REQUEST: FieldValues = {
  serviceItemIds: ['it_yuanfan_ops'],
  serviceScope: ['OPERATIONS'],
  primaryOperator: 'YES',
  purchaseStart: '2026-06-01',
  purchaseMonths: '12',
  reportingStart: '2026-06-01',
  reportingMonths: '12',
  contactPrincipals: ['pr_olivia'],
  contactOutOfChat: 'olivia@aurora.example',
  relatedParty: 'NONE',
};

/** What Lin Xiao fills in; every mandatory standard has a target. */
export const REVISION: FieldValues = revisionValues({ admin: { principalId: 'pr_linxiao' } });

const SCOPES = ['OPERATIONS'] as const;

/** The people of one case, each before their own screen, doing what the product asks of them. */
export function journey(world: World) {
  const olivia = world.screen('olivia');
  const linxiao = world.screen('linxiao');
  const wangfang = world.screen('wangfang');
  const action = (name: string): string => en(`reports.action.${name}`);
  return {
    ...{ olivia, linxiao, wangfang, action },
    /** From the command to the provider's inbox. */
    async request(changes: FieldValues = {}) {
      await olivia.command('/report new 杭州远帆');
      await olivia.walk(storePages, { ...REQUEST, ...changes });
      await olivia.press(action('request'));
    },
    accept: () => linxiao.press(action('accept')),
    /** Every page, a contract at the end, and the submission. */
    async fill(changes: FieldValues = {}) {
      await linxiao.press(en('cases.button.fill'));
      const contract = linxiao.upload('contract.pdf', PDF);
      await linxiao.walk(
        providerPages(SCOPES),
        { ...REVISION, ...changes },
        { [en('fields.label.evidence')]: [contract] },
      );
      await linxiao.press(action('submit'));
    },
    /** One page of a form that has been filled in before, and the submission. */
    async amend(page: string, values: Entries) {
      await linxiao.press(en('cases.button.fill'));
      await linxiao.press(`✓ ${en(page)}`);
      await linxiao.form(Object.keys(values)[0] ?? '');
      await linxiao.send(values);
      await linxiao.leave();
      await linxiao.press(action('submit'));
    },
    async confirm() {
      await olivia.press(action('confirm'));
      await olivia.form(en('cases.input.typedName'));
      await olivia.send({ [en('cases.input.typedName')]: 'Olivia Hart' });
    },
    /** A form of one field or two, opened by its button. */
    async say(who: Screen, event: string, values: Entries) {
      await who.press(action(event));
      await who.form(Object.keys(values)[0] ?? '');
      await who.send(values);
    },
    approve: () => wangfang.press(action('approve')),
    state: async (id: string) =>
      (await world.app().database.prisma.report.findUniqueOrThrow({ where: { id } })).state,
    evidence: async (reportId: string) => {
      const { evidence } = world.app().database.prisma;
      const files = await evidence.findMany({ where: { reportId }, orderBy: { fileName: 'asc' } });
      return files.map(({ fileName }) => fileName);
    },
    onlyReport: async () =>
      (await world.app().database.prisma.report.findFirstOrThrow({ orderBy: { id: 'desc' } })).id,
  };
}
