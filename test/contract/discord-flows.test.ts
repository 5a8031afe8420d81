import { LIN, MAX, onDiscord, STAFF } from '../adapters/discord/support/adapter-on-discord.ts';
import { onwardFrom } from '../e2e/support/discord-forms.ts';
import { DiscordScreen } from '../e2e/support/discord-screen.ts';
import { describeFlows } from './flow-contract.ts';

const ANY_PAGE = { kind: 'part', form: '', page: '', handle: '', part: 0 } as const;

describeFlows({
  name: 'discord',
  async open() {
    const rig = await onDiscord();
    const { control } = rig.discord;
    const person = (locale: string) => control.person(locale === 'zh' ? LIN : MAX);
    return {
      core: rig.core,
      asker: (locale) => new DiscordScreen(control, person(locale)),
      others: (locale) => person(locale === 'zh' ? 'en' : 'zh').sees(),
      post: (card, locale) =>
        rig.adapter.port.postToChannel(STAFF, card, { deliveryKey: 'k', again: false, locale }),
      async turn(screen) {
        if (!(screen instanceof DiscordScreen)) return;
        const button = () => onwardFrom(screen.person, ANY_PAGE);
        await control.until(button);
        await screen.person.click({ customId: button() ?? '' });
      },
      troubles: () => [...control.violations, ...rig.logged],
      [Symbol.asyncDispose]: () => rig[Symbol.asyncDispose](),
    };
  },
});
