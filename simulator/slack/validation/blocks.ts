import type { JsonObject } from '../json.ts';
export function blockProblems(
  _blocks: readonly JsonObject[],
  _surface: 'message' | 'modal' | 'home',
  _pointer: string,
): string[] {
  return [];
}
