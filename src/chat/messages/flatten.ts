/** Messages of one domain as its file holds them: nested as deep as reads well, or with dotted keys. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** `{ report: { refused: { late: 'x' } } }` as `{ 'report.refused.late': 'x' }`. */
export function flatten(tree: MessageTree, prefix = ''): Record<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : Object.entries(flatten(value, `${prefix}${key}.`)),
  );
  return Object.fromEntries(entries);
}
