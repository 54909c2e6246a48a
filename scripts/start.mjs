// `npm start`: installs what is missing, builds, serves the built app and prints its address.
import { join } from 'node:path';
import { installDependencies, root, run } from './install.mjs';
import { answerWithFile, createServer, listenFrom } from './staticFiles.mjs';

const firstPort = Number(process.env.PORT) || 4173;

installDependencies();
const code = run(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts']);
if (code !== 0) process.exit(code);

const folder = join(root, 'dist');
const server = createServer((request, response) => answerWithFile(folder, request, response));
const port = await listenFrom(server, firstPort, process.env.HOST || 'localhost');
console.log(`\nRackfield is at  http://localhost:${port}/`);
console.log(`the element at   http://localhost:${port}/embed/\n\nCtrl+C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
