/** The thread of no-end.ts: gets the name of each test as it begins and null as it ends. */
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';

/** Standard error itself: process.stderr of a thread waits for the thread that hangs. */
const say = (text) => writeSync(2, `${text}\n`);

const end = () => process.kill(process.pid, 'SIGKILL');

function endAndSayWhere(test) {
  say(`No end after ${workerData / 1000} s: ${test}`);
  setTimeout(end, 5_000);
  const session = new Session();
  session.connectToMainThread();
  session.on('Debugger.paused', ({ params }) => {
    const named = params.callFrames.map(({ functionName }) => functionName).filter(Boolean);
    say(`  in ${named.join(' < ')}`);
    end();
  });
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
}

let timer;
parentPort.on('message', (test) => {
  clearTimeout(timer);
  if (test !== null) timer = setTimeout(endAndSayWhere, workerData, test);
});
