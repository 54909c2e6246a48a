import { explore } from './modes/explorer/explore.tsx';

const root = document.getElementById('root');
if (root) void explore(root);
