import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set<ChildProcess>();
const FIRST_LINES_MS = 30_000;

/** Ends a program and all that it has started. Does nothing if it has ended by itself. */
function kill(child: ChildProcess): void {
  running.delete(child);
  try {
    // Every program leads a group of its own.
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is empty.
  }
}

const killAll = () => {
  for (const child of running) kill(child);
};
process.once('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    killAll();
    process.kill(process.pid, signal);
  });

export interface Program {
  /** What the program has written so far. */
  output(): string;
  /** Waits until the output has what is looked for. Rejects when the program ends before, or after 30 s. */
  says(wanted: RegExp): Promise<RegExpMatchArray>;
  /** Ends the program with all that it has started, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts a program that ends at the latest with this process. `env` is added to the environment. */
export function start(command: string, args: readonly string[], env: Record<string, string> = {}): Program {
  const child = spawn(command, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'exit').catch(() => undefined);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  return {
    output: () => output,
    async says(wanted) {
      const found = new Promise<RegExpMatchArray>((resolve, reject) => {
        const listener = () => {
          const match = output.match(wanted);
          if (match) resolve(match);
        };
        listeners.add(listener);
        const giveUp = (why: string) => () => reject(new Error(`${command} ${why}: ${output}`));
        setTimeout(giveUp(`did not say ${wanted} in time`), FIRST_LINES_MS).unref();
        void ended.then(giveUp('ended'));
        listener();
      });
      return found.finally(() => listeners.clear());
    },
    async stop() {
      kill(child);
      await ended;
    },
  };
}
