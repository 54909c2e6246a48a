import { present } from './modes/present.ts';
import { pairIn } from './modes/rememberPair.ts';

const root = document.getElementById('root');
const pair = pairIn(location.hash);
if (root && pair === undefined) void present(root);
else if (root && pair) void import('./modes/speaker.ts').then(({ speaker }) => speaker(root, pair));
