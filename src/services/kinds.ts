import type { OrganisationId } from '../people/principal.ts';

/** The special services that an effective relationship unlocks (domain-rules §9). */
export const SERVICE_KINDS = ['consultation', 'loan', 'api'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** Begins the number of a case: `CON-2026-000001`. */
export const PREFIX: Readonly<Record<ServiceKind, string>> = {
  consultation: 'CON',
  loan: 'LOAN',
  api: 'API',
};

/** Where cases of a kind are kept; their first columns are the same. */
export const TABLE: Readonly<Record<ServiceKind, string>> = {
  consultation: 'consultation',
  loan: 'loan_request',
  api: 'api_application',
};

/** Null for anything that is no number of a special service. */
export function kindOf(id: string): ServiceKind | null {
  const prefix = /^([A-Z]+)-\d{4}-\d{6,}$/.exec(id)?.[1];
  return SERVICE_KINDS.find((kind) => PREFIX[kind] === prefix) ?? null;
}

const SUBJECT = 'service:';

/** How cards and reminders call a case. It names the provider, so that a reminder knows whose people it concerns. */
export const subjectOf = ({ id, providerId }: { readonly id: string; readonly providerId: OrganisationId }) =>
  `${SUBJECT}${providerId}:${id}`;

export const isServiceSubject = (subject: string): boolean => subject.startsWith(SUBJECT);

export const caseIdOf = (subject: string): string => subject.split(':')[2] ?? '';
