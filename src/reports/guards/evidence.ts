import type { Refusal } from '../../result.ts';
import { type EvidenceFile, known } from '../lifecycle/facts.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import { contains } from '../periods.ts';
import type { Report } from '../report.ts';
import type { RuleSet } from '../rules.ts';
import { type Guard, hasException } from './guard.ts';

const MEGABYTE = 1024 * 1024;

/**
 * G9: at least one contract file of an accepted type and size, hashed and scanned, whose dates cover the reporting period,
 * unless an exception speaks about the dates. Files beside the contract are held to type, size and scan only.
 */
export const evidence: Guard = {
  id: 'G9',
  facts: ['evidence'],
  refusals: (report, { facts, rules }) => {
    const files = known(facts, 'evidence');
    const faults = files.flatMap((file) => fileRefused(file, rules));
    return faults.length > 0 ? faults : datesRefused(report, files);
  },
};

function fileRefused(file: EvidenceFile, { evidence: allowed }: RuleSet): readonly Refusal[] {
  const { fileName } = file;
  if (!allowed.mediaTypes.includes(file.mediaType)) {
    return [refuseReport('evidence-wrong-type', { fileName }, 'evidence')];
  }
  if (file.sizeBytes > allowed.maximumBytes) {
    const maximumMegabytes = Math.floor(allowed.maximumBytes / MEGABYTE);
    return [refuseReport('evidence-too-large', { fileName, maximumMegabytes }, 'evidence')];
  }
  if (file.scanned && file.sha256 !== null) return [];
  return [refuseReport('evidence-not-scanned', { fileName }, 'evidence')];
}

function datesRefused(report: Report, files: readonly EvidenceFile[]): readonly Refusal[] {
  if (files.length === 0) return [refuseReport('contract-missing', {}, 'evidence')];
  const reporting = { start: report.request.reportingStart, end: report.reportingEnd };
  const covers = ({ coversFrom, coversUntil }: EvidenceFile): boolean =>
    coversFrom !== null &&
    coversUntil !== null &&
    contains({ start: coversFrom, end: coversUntil }, reporting);
  if (files.some(covers) || hasException(report, 'EVIDENCE_DATES')) return [];
  return [refuseReport('evidence-dates', { from: reporting.start, until: reporting.end }, 'evidence')];
}
