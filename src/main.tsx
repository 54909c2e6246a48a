import { explore } from './modes/explore.tsx';

const root = document.getElementById('root');
if (root) void explore(root);
