/**
 * `npm run test:engines`: draws the same in Firefox and WebKit as in Chromium, in windows of an X server of their own. Installs
 * what is missing where it may; what it cannot open it leaves out, and says so at the end.
 */
import { join } from 'node:path';
import { installEngines, root, run } from './install.mjs';

const missing = installEngines();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const code = run(process.execPath, [vitest, 'run', '--project', 'engines', ...process.argv.slice(2)]);
if (missing.length > 0)
  console.error(
    `\n*** SKIPPED: what needs ${missing.join(', ')}. Install ${missing.length > 1 ? 'them' : 'it'}, ` +
      `or run this as root on Debian, to see Firefox and WebKit. ***\n`,
  );
process.exit(code);
