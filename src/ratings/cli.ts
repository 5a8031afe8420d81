import { runRules } from './cli/run.ts';

/** `npm run -s rules -- KIND`: what each kind reads and writes is in `cli/kinds.ts`. */
if (import.meta.main) process.exitCode = await runRules(process.argv.slice(2), process);
