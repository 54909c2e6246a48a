// `npm start`: installs what is missing, builds, serves the built app and prints its address. With `-- --remote` also to the local network.
import { join } from 'node:path';
import { installDependencies, root, run } from './install.mjs';
import { answerWithFile, createServer, listenFrom } from './staticFiles.mjs';

const firstPort = Number(process.env.PORT) || 4173;
const isRemote = process.argv.includes('--remote');

installDependencies();
const built = run(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts']);
if (built !== 0) process.exit(built);

const folder = join(root, 'dist');
const remote = isRemote ? await import('./remote/serve.mjs') : undefined;
const server = createServer((request, response) => {
  if (!remote?.answerQuestion(request, response)) answerWithFile(folder, request, response);
});
const room = remote?.serveRemote(server);
const port = await listenFrom(server, firstPort, process.env.HOST || (isRemote ? undefined : 'localhost'));
console.log(`\nRackfield is at  http://localhost:${port}/`);
console.log(`the stage at     http://localhost:${port}/present/`);
console.log(`the exhibit at   http://localhost:${port}/kiosk/`);
console.log(`the element at   http://localhost:${port}/embed/`);
if (room) {
  for (const url of room.urls()) console.log(`the remote at    ${url}`);
  console.log(`\nEverybody in this network can open the pages. The remote's code is ${room.code}.`);
}
console.log('\nCtrl+C ends it.');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
