import { kiosk } from './modes/exhibit/kiosk.ts';

const root = document.getElementById('root');
if (root) void kiosk(root);
