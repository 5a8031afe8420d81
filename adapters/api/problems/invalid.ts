import { type Refusal, refuse, refuseAll } from '../../../src/result.ts';

/** What the validator says of one value. */
interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Every value that does not fit the description of the API, by its place; a field that it does not know is named. */
export function invalidRequest(issues: readonly Issue[]): Refusal {
  const [first, ...others] = issues.flatMap(refusalsFor);
  return refuseAll([first ?? refuse('access.request-invalid', { why: '' }), ...others]);
}

function refusalsFor({ keyword, instancePath, message = '', params }: Issue): readonly Refusal[] {
  const place = instancePath.slice(1).replaceAll('/', '.');
  const keys = params?.keys;
  if (keyword === 'unrecognized_keys' && Array.isArray(keys)) {
    return keys.map((key) => {
      const name = [place, String(key)].filter((part) => part !== '').join('.');
      return refuse('access.field-unknown', { name }, name);
    });
  }
  return [
    refuse(
      'access.request-invalid',
      { why: place === '' ? message : `${place}: ${message}` },
      place || 'body',
    ),
  ];
}
