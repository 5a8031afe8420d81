import type { JsonObject } from '../json.ts';
export function viewProblems(_view: JsonObject, _expected: 'modal' | 'home'): string[] {
  return [];
}
