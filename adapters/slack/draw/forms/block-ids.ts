/** Every input answers under this action id; the block id says which field it is. */
export const VALUE_ACTION = 'value';

/**
 * Slack keeps what was typed as long as block and action id stay the same: the page in the id keeps two pages' fields of
 * the same name apart. A field of several blocks numbers them after the first.
 */
export function blockIdOf(page: string, field: string, part = 0): string {
  return part === 0 ? `${page}/${field}` : `${page}/${field}#${part}`;
}

/** The field that a block id stands for. */
export function fieldOf(blockId: string): string {
  return blockId.slice(blockId.indexOf('/') + 1).replace(/#\d+$/, '');
}
