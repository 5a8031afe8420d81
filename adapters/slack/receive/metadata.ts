import { LIMITS } from '../limits.ts';

/** Where a form was opened from. Kept in the modal itself, since a submission brings nothing of it. */
export interface Origin {
  readonly locale?: string;
  readonly channel?: string;
  readonly direct?: boolean;
  readonly thread?: string;
  readonly responseUrl?: string;
}

/** What a modal of ours carries in `private_metadata`. */
export interface FormMetadata {
  readonly form: string;
  readonly page: string;
  readonly handle: string;
  readonly origin: Origin;
}

export function packMetadata(metadata: FormMetadata): string {
  const whole = JSON.stringify(metadata);
  if (whole.length <= LIMITS.view.metadataChars) return whole;
  // The way back is a convenience: without it the answer comes as a direct message.
  return JSON.stringify({ ...metadata, origin: {} });
}

/** Nothing when the modal is not one of ours, such as one drawn by an older release. */
export function unpackMetadata(text: string): FormMetadata | undefined {
  const value = parsed(text);
  if (!value) return undefined;
  const { form, page, handle, origin } = value;
  if (typeof form !== 'string' || typeof page !== 'string' || typeof handle !== 'string') return undefined;
  return { form, page, handle, origin: typeof origin === 'object' && origin !== null ? origin : {} };
}

function parsed(text: string): Partial<Record<keyof FormMetadata, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
