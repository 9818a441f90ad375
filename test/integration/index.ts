import Mocha from 'mocha';
import ResultsReporter from '../resultsReporter';

const limitMilliseconds = 60_000;

/**
 * Runs the suite inside VS Code's extension host, be it Node or the browser's web worker.
 *
 * @param loadTests loads the test files, once mocha's `describe` and `it` are in place
 * @throws when a test fails or none ran, which ends VS Code with an exit code other than 0
 */
export async function runSuite(loadTests: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: ResultsReporter,
    timeout: limitMilliseconds,
    color: false,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  loadTests();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
  if (mocha.suite.total() === 0) throw new Error('No test ran');
}
