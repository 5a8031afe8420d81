import type { WebhookEvent } from './events.ts';

interface ReportStep {
  readonly reportId: string;
  readonly providerId: string;
  readonly from: string | null;
  readonly to: string;
  readonly stateSeq: number;
  readonly at: Date;
}

/** A report moved from one state to another. */
export const reportEvent = ({ reportId, providerId, at, ...step }: ReportStep): WebhookEvent => ({
  eventId: `${reportId}/${step.stateSeq}`,
  ...{ type: 'report.state-changed', mode: 'LIVE', providerId, at: at.toISOString() },
  data: { reportId, ...step },
});

interface ApplicationStep {
  readonly applicationId: string;
  readonly providerId: string;
  readonly from: string;
  readonly to: string;
  readonly stateSeq: number;
  readonly at: Date;
}

/** An application for the API moved: told to its own systems, in both modes. */
export const applicationEvents = ({
  applicationId,
  providerId,
  at,
  ...step
}: ApplicationStep): readonly WebhookEvent[] =>
  (['SANDBOX', 'LIVE'] as const).map((mode) => ({
    eventId: `${applicationId}/${step.stateSeq}`,
    ...{ type: 'application.state-changed', mode, providerId, applicationId, at: at.toISOString() },
    data: { applicationId, ...step },
  }));
