import type { CastPerson } from './cast-types.ts';

/** A Chinese name stands in both scripts, so that everybody can read it. */
export function fullName({ name }: CastPerson): string {
  return name.en === name.zh ? name.en : `${name.en} ${name.zh}`;
}
