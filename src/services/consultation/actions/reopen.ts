import { isRefused, ok } from '../../../result.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { entryOf } from '../../entry/entry.ts';
import { readFields, reason } from '../../fields.ts';

const FIELDS = { reason };

/** The answer left something open: staff have as long as for the first one. */
export const reopenConsultation: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'consultation',
    event: 'reopen',
    judge: async ({ providerId }) => {
      const read = readFields(FIELDS, input.values);
      if (isRefused(read)) return read;
      const entry = await entryOf(app, providerId);
      return ok({
        note: { reason: read.ok.reason },
        ...(entry === null ? {} : { slaMinutes: entry.benefits.consultationMinutes }),
      });
    },
  });
