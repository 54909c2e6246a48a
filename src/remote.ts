import { remoteControl } from './modes/stage/remoteControl.ts';

const root = document.getElementById('root');
if (root) void remoteControl(root);
