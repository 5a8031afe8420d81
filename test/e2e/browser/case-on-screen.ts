import type { Page } from 'playwright-core';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { providerPages, storePages } from '../../../src/reports/fields/forms.ts';
import type { IsoDate } from '../../../src/reports/report.ts';
import { fillIn, walkParts } from './discord/form-filling.ts';
import { DiscordVisitor } from './discord/visitor.ts';
import { requestFrom, revisionFrom } from './filings.ts';
import { choose, type, walk } from './slack/form-filling.ts';
import { SlackVisitor } from './slack/visitor.ts';

const { en, zh } = createTranslators();

/** A store and staff on Slack, a provider on Discord. Olivia reads English, the others Chinese; the staff's channel is in English. */
export const WINDOWS = ['U0OLIVIA@slack', 'U0LINXIAO@discord', 'U0WANGFANG@slack'] as const;

/** The three whose windows stand side by side, doing what the product asks of them. */
export function onScreen(page: Page) {
  const [olivia, linxiao, wangfang] = [
    new SlackVisitor(page, WINDOWS[0]),
    new DiscordVisitor(page, WINDOWS[1]),
    new SlackVisitor(page, WINDOWS[2]),
  ];
  return {
    ...{ olivia, linxiao, wangfang },
    /** The number of the report that was requested. */
    async request(start: IsoDate): Promise<string> {
      await olivia.command('/rep', 'new 杭州远帆');
      await walk(olivia, en, { pages: storePages, values: requestFrom(start) });
      const saved = olivia.card(en('cases.new.saved', { provider: '杭州远帆电子商务有限公司' }));
      const [number = ''] = /CR-\d{4}-\d{6}/.exec((await saved.textContent()) ?? '') ?? [];
      await olivia.press(en('reports.action.request'), number);
      return number;
    },
    async fill(report: string, start: IsoDate): Promise<void> {
      await linxiao.press(zh('reports.action.accept'), report);
      await linxiao.press(zh('cases.button.fill'), report);
      await walkParts(linxiao, zh, { pages: providerPages(['OPERATIONS']), values: revisionFrom(start) });
      await linxiao.sees(report, zh('standards.blank-cost.QS11'));
      await linxiao.press(zh('reports.action.submit'), report);
    },
    async confirm(report: string): Promise<void> {
      await olivia.press(en('reports.action.confirm'), report);
      const form = await olivia.form(en('reports.action.confirm'));
      await type(form, en('cases.input.typedName'), 'Olivia Hart');
      await olivia.send(form);
    },
    async askAndAnswer(report: string): Promise<void> {
      await wangfang.press(en('reports.action.askInformation'), report);
      const question = await wangfang.form(zh('reports.action.askInformation'));
      await question.getByLabel(zh('cases.side.provider'), { exact: true }).check();
      await type(question, zh('cases.input.question'), '夜间由哪个团队值班？');
      await wangfang.send(question);
      await linxiao.press(zh('reports.action.answerInformation'), report);
      const answer = await linxiao.form();
      await fillIn(answer, 'answer', ['杭州的夜班团队。']);
      await linxiao.send(answer);
    },
    async approve(report: string): Promise<void> {
      await wangfang.press(en('reports.action.approve'), report);
      await wangfang.agree(en('reports.action.approve'));
    },
    async giveNotice(report: string, effectiveOn: IsoDate): Promise<void> {
      await olivia.press(en('reports.action.giveNotice'), report);
      const form = await olivia.form(en('reports.action.giveNotice'));
      await type(form, en('cases.input.effectiveOn'), effectiveOn);
      await olivia.send(form);
    },
    async reject(report: string, text: string): Promise<void> {
      await wangfang.press(en('reports.action.reject'), report);
      const form = await wangfang.form(zh('reports.action.reject'));
      await choose(form, zh('cases.input.reasonCode'), zh('reports.rejection-reason.EVIDENCE_CONTRADICTS'));
      await choose(form, zh('cases.input.ruleId'), zh('reports.rejection-rule.G9'));
      await type(form, zh('cases.input.text'), text);
      await wangfang.send(form);
    },
  };
}
