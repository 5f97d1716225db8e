import { describe, expect, it } from 'vitest';
import { readJunit, readPlaywright, readVitest } from '../../scripts/lib/reports.mjs';

describe('reading reports', () => {
  it('counts CTest’s', () => {
    const xml =
      '<?xml version="1.0"?>\n<testsuite name="Linux"\n\ttests="7"\n\tfailures="2"\n\tdisabled="1"\n\tskipped="1"\n>';
    expect(readJunit(xml)).toEqual({ passed: 3, failed: 2, skipped: 2 });
    expect(() => readJunit('<nothing/>')).toThrow('no test suite');
  });

  const vitest = (testResults: object[], numFailedTests: number) =>
    JSON.stringify({ numPassedTests: 5, numFailedTests, numPendingTests: 1, numTodoTests: 1, testResults });

  it('counts Vitest’s', () => {
    const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    expect(readVitest(vitest([file], 1))).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts a test file that does not load as a failure', () => {
    const file = { status: 'failed', assertionResults: [] };
    expect(readVitest(vitest([file], 0))).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('counts Playwright’s, a broken set-up as a failure, and says how many passed at the second try only', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(readPlaywright(JSON.stringify({ stats, errors: [] }))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 2,
      retried: 1,
    });
    expect(readPlaywright(JSON.stringify({ stats, errors: [{}] }))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
      retried: 1,
    });
  });
});
