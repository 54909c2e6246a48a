import { remoteControl } from './modes/remoteControl.ts';

const root = document.getElementById('root');
if (root) void remoteControl(root);
