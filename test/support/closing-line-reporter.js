const patienceMilliseconds = 30_000;

/** Full names of the tests that failed at first. */
function triedTwice({ testResults }) {
  const tests = testResults.flatMap((suite) => suite.testResults);
  return tests.filter(({ invocations, status }) => invocations > 1 && status === 'passed').map(({ fullName }) => fullName);
}

/**
 * Prints the run's closing line, `N passed, N failed`, which the CI reads. A suite that could not start counts as failed.
 * A run that something keeps from ending, such as a process a test left behind, says what it is and ends with its own result.
 */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    for (const name of triedTwice(results)) process.stdout.write(`passed on the second try: ${name}\n`);
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
    setTimeout(() => {
      process.stderr.write(`Something keeps the run from ending: ${process.getActiveResourcesInfo().join(', ')}\n`);
      process.exit();
    }, patienceMilliseconds).unref();
  }
};
