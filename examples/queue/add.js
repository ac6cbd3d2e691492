/** Adds the lines of a file, or of standard input, as records: `node add.js links.txt`. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { addRecords, openQueue } from './records.js';
import { connect } from './redis.js';

const { REDIS_HOST, REDIS_PORT = 6379 } = process.env;
/** Of a file of any length, no more than so many lines are in memory. */
const AT_ONCE = 1_000;

const [, , path] = process.argv;
const redis = connect(REDIS_PORT, REDIS_HOST);
const queue = openQueue(redis);
let [n, added, records] = [0, 0, []];
const add = async () => {
  await addRecords(queue, records);
  added += records.length;
  records = [];
};
for await (const line of createInterface({ input: path ? createReadStream(path) : process.stdin })) {
  n += 1;
  if (line.trim() !== '') records.push({ n, input: line.trim() });
  if (records.length === AT_ONCE) await add();
}
await add();
console.log(`${added} records added`);
await queue.close();
redis.disconnect();
