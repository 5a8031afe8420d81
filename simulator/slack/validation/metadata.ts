import type { JsonObject } from '../json.ts';
export function metadataProblems(_metadata: JsonObject): string[] {
  return [];
}
