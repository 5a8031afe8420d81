import { LIN, MAX, overHttp, STAFF } from '../adapters/slack/support/adapter-on-slack.ts';
import { SlackScreen } from '../e2e/support/slack-screen.ts';
import { describeFlows } from './flow-contract.ts';

describeFlows({
  name: 'slack',
  async open() {
    const rig = await overHttp();
    const { control } = rig.slack;
    const person = (locale: string) => control.person(locale === 'zh' ? LIN : MAX);
    return {
      core: rig.core,
      asker: (locale) => new SlackScreen(control, person(locale)),
      others: (locale) => person(locale === 'zh' ? 'en' : 'zh').sees(),
      post: (card, locale) =>
        rig.adapter.port.postToChannel(STAFF, card, { deliveryKey: 'k', again: false, locale }),
      // Slack shows the next page in the same modal.
      turn: async () => {},
      troubles: () => [...control.violations, ...rig.logged],
      [Symbol.asyncDispose]: () => rig[Symbol.asyncDispose](),
    };
  },
});
