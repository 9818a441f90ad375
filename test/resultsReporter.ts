import Mocha from 'mocha';

const { EVENT_TEST_PENDING } = Mocha.Runner.constants;

/**
 * Prints every test as mocha's `spec` reporter does, and last one line for programs:
 * `##results {"passed":3,"failed":1,"failures":["its name: what went wrong"]}`.
 * Skipped tests count as failed: a test that does not run shows nothing.
 */
class ResultsReporter extends Mocha.reporters.Spec {
  private readonly skipped: string[] = [];

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on(EVENT_TEST_PENDING, (test) => {
      this.skipped.push(`${test.fullTitle()}: skipped`);
    });
  }

  override epilogue(): void {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const failed = this.failures.map((test) => `${test.fullTitle()}: ${test.err?.message ?? 'failed'}`);
    Mocha.reporters.Base.consoleLog(
      `##results ${JSON.stringify({ passed: passes, failed: failures + pending, failures: [...failed, ...this.skipped] })}`,
    );
  }
}

export = ResultsReporter; // the form in which mocha loads a reporter
