import { present } from './modes/present.ts';

const root = document.getElementById('root');
if (root) void present(root);
