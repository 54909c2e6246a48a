import { present } from './modes/stage/present.ts';
import { pairIn } from './modes/stage/rememberPair.ts';

const root = document.getElementById('root');
const pair = pairIn(location.hash);
if (root && pair === undefined) void present(root);
else if (root && pair) void import('./modes/stage/speaker.ts').then(({ speaker }) => speaker(root, pair));
