/**
 * `npm run soak`: plays at least 500 visits to the exhibit by touches, with lost contexts and other languages in between, prints what the
 * page holds over time, and a verdict. Option: --visits N.
 */
import { startHarness } from '../tests/harness/browser.ts';
import { ensureBuilt } from '../tests/harness/built.ts';
import { readArguments } from './arguments.ts';
import { PARTS, SOAK_ADDRESS, SOAKED, soak, verdict } from './soakVisits.ts';

const visits = Number(readArguments(['visits']).visits?.[0] ?? 500);
ensureBuilt();
// Shared, because that browser draws in less CPU time.
const harness = await startHarness({ shares: true });
const began = performance.now();
try {
  const opened = await harness.open(SOAK_ADDRESS, { ...SOAKED, alone: true });
  console.log(['seconds', 'visits', ...PARTS].join('\t'));
  const readings = await soak(opened, visits, (held) => {
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log([seconds, held.visits, ...PARTS.map((part) => held[part])].join('\t'));
  });
  const { more, growing } = verdict(readings);
  for (const part of PARTS) console.log(`${part}: ${more[part].toFixed(1)} more by the fitted line`);
  console.log(growing.length > 0 ? `Growing: ${growing.join(', ')}` : 'Flat.');
  if (growing.length > 0) process.exitCode = 1;
} finally {
  await harness.browser.close();
  await harness.close();
}
