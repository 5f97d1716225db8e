// Reads the reports of the test runners: the numbers of tests that passed, failed and were skipped.

/** @typedef {{ passed: number, failed: number, skipped: number, retried?: number }} Counts */

/** CTest's JUnit file. @param {string} xml @returns {Counts} */
export function readJunit(xml) {
  const head = xml.match(/<testsuite\s[^>]*>/)?.[0];
  if (!head) throw new Error('The JUnit report holds no test suite.');
  const count = (/** @type {string} */ name) =>
    Number(head.match(new RegExp(`\\s${name}="(\\d+)"`))?.[1] ?? Number.NaN);
  const failed = count('failures');
  const skipped = count('skipped') + count('disabled');
  return { passed: count('tests') - failed - skipped, failed, skipped };
}

/** Vitest's JSON file. A test file that does not load counts as one failure. @param {string} json @returns {Counts} */
export function readVitest(json) {
  const report = JSON.parse(json);
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON file. A test that passed only after a retry counts as passed and as retried. @param {string} json @returns {Counts} */
export function readPlaywright(json) {
  const { stats, errors } = JSON.parse(json);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    retried: stats.flaky,
  };
}
