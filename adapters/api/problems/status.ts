/** The status of each refusal that is not simply about what was sent (422). */
const STATUS: Readonly<Record<string, number>> = {
  'access.request-invalid': 400,
  'access.field-unknown': 400,
  'access.cursor-unknown': 400,
  'access.idempotency-missing': 400,
  'access.key-unknown': 401,
  'access.address-not-allowed': 403,
  'access.scope-missing': 403,
  'access.nothing-here': 404,
  'access.no-rating': 404,
  'access.endpoint-unknown': 404,
  'access.delivery-unknown': 404,
  'reports.unknown': 404,
  'directory.item-not-found': 404,
  'access.method-unknown': 405,
  'access.idempotency-busy': 409,
  'access.sandbox-busy': 409,
  'access.delivery-pending': 409,
  'reports.already-decided': 409,
  'reports.moved-on': 409,
  'reports.revision-frozen': 409,
  'reports.not-your-turn': 409,
  'reports.evidence-already-attached': 409,
  'directory.item-changed': 409,
  'directory.item-name-taken': 409,
  'access.body-too-large': 413,
  'access.media-type': 415,
  'access.too-many-requests': 429,
  'access.failed': 500,
  'access.unavailable': 503,
};

export const STATUSES = [...new Set([422, ...Object.values(STATUS)])].sort();

export function statusOf(code: string): number {
  return STATUS[code] ?? (code.startsWith('people.') ? 403 : 422);
}
