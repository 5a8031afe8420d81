/** What people may type anywhere, and what must be shown just so and do nothing. */
export const TYPED = {
  broadcast: '<!channel> <!here> @everyone @here',
  mention: '<@U000LIN> <@123456789> <#C0STAFF> @lin #staff',
  mrkdwn: '*bold* _italic_ ~struck~ `code` ```block``` > quote',
  markdown: '**bold** __under__ ||spoiler|| [label](https://evil.example) # heading - item',
  links: 'https://evil.example/?a=1&b=2 <https://evil.example|harmless> www.evil.example a@evil.example',
  entities: '&lt;b&gt; & &amp; &nbsp; <script>alert(1)</script>',
  emoji: ':smile: :+1::skin-tone-3: 👩‍👩‍👧‍👦 🇨🇳 é',
  rightToLeft: 'مرحبا بالعالم (שלום) 123',
  dates: '<!date^1392734382^{date}|long ago> <t:1392734382:R>',
  chinese: '天猫国际服务商报备：合同编号“甲－１”',
} as const;

/** Everything above at once. */
export const ALL_TYPED = Object.values(TYPED).join(' ');

/** Far more than any platform takes, with graphemes that must not be cut in half at any place. */
export const ENDLESS = `${ALL_TYPED} ${'很长的文字 👩‍👩‍👧‍👦 '.repeat(1_500)}`;
