import Mocha from 'mocha';

/**
 * Prints every test as mocha's `spec` reporter does, and last one line for programs: `##results {"passed":3,"failed":0}`.
 * Skipped tests count as failed: a test that does not run shows nothing.
 */
class ResultsReporter extends Mocha.reporters.Spec {
  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    Mocha.reporters.Base.consoleLog(
      `##results ${JSON.stringify({ passed: passes, failed: failures + pending })}`,
    );
  }
}

export = ResultsReporter; // the form in which mocha loads a reporter
