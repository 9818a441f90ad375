import type { Growths } from './growth';
import { WorkCounter } from './workCounter';

// The counting begins before anything of the core is loaded.
const counter = new WorkCounter();

async function measure(): Promise<void> {
  const { materials, measureBooks } = await import('./bookGrowth');
  const { measureMadeUpRules, measureRules } = await import('./ruleGrowth');
  const growths: Growths = {};
  const measuring = { counter, growths };
  if (process.argv[2] === 'rules') {
    measureMadeUpRules(measuring);
    measureRules(measuring);
  } else if (process.argv[2] === 'pages') {
    const { measurePumpedPages } = await import('./pumpedPages');
    measurePumpedPages(measuring);
    const { measureLongPages } = await import('./longPageWork');
    measureLongPages(measuring);
  } else measureBooks(measuring, materials());
  process.stdout.write(JSON.stringify(growths));
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
