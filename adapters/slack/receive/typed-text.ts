const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What the person typed. Slack hands over typed text with its own tokens and escapes; links, people and channels become
 * what was on the person's screen. https://docs.slack.dev/messaging/formatting-message-text/#retrieving-messages
 */
export function asTyped(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_all, token: string, label?: string) => shown(token, label))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

function shown(token: string, label: string | undefined): string {
  const sign = token[0];
  if (sign === '@' || sign === '#') return `${sign}${label ?? token.slice(1)}`;
  if (sign === '!') return label ?? `@${token.slice(1)}`;
  return label ?? token;
}
