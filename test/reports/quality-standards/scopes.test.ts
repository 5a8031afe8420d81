import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/reports/quality-standards/catalogue.ts';
import { STANDARD_CODES } from '../../../src/reports/quality-standards/line.ts';
import { mandatoryStandards, offeredStandards } from '../../../src/reports/quality-standards/scopes.ts';
import { SERVICE_SCOPES, type ServiceScope } from '../../../src/reports/report.ts';

describe('the standards that a report must file', () => {
  const whole = ['QS01', 'QS02', 'QS03', 'QS04', 'QS05', 'QS06', 'QS07', 'QS08', 'QS09', 'QS10'];

  it.each<[readonly ServiceScope[], readonly string[]]>([
    [['FULL'], whole],
    [['OPERATIONS'], whole],
    [
      ['OPERATIONS', 'DESIGN'],
      [...whole, 'QS14'],
    ],
    [['DESIGN'], ['QS07', 'QS08', 'QS09', 'QS10', 'QS14']],
    [['CUSTOMER_SERVICE'], ['QS01', 'QS02', 'QS04', 'QS05', 'QS07', 'QS08', 'QS09', 'QS10']],
    [['WAREHOUSE_LOGISTICS'], ['QS03', 'QS07', 'QS08', 'QS09', 'QS10']],
    [['MARKETING'], ['QS07', 'QS08', 'QS09', 'QS10', 'QS12']],
  ])('for %j are %j', (scopes, codes) => {
    expect(mandatoryStandards(scopes)).toEqual(codes);
  });

  it.each(SERVICE_SCOPES)('are among those that the form offers for %s', (scope) => {
    const offered = offeredStandards([scope]);
    expect(mandatoryStandards([scope]).every((code) => offered.includes(code))).toBe(true);
    expect(mandatoryStandards([scope])).toEqual(expect.arrayContaining(['QS07', 'QS08', 'QS09', 'QS10']));
  });

  it('are all offered to whoever runs the whole shop', () => {
    expect(offeredStandards(['FULL'])).toEqual(STANDARD_CODES);
  });
});

describe('the catalogue', () => {
  it.each(STANDARD_CODES)('gives %s an example that it accepts itself', (code) => {
    const { min, max, example } = CATALOGUE[code];
    const value = Number(example.replaceAll(',', ''));
    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
  });
});
