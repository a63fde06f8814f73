// Decides nothing itself: reads posts as JSON lines on stdin, lets the pact judge them on every core.
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { bundleCore } from './judge/load-core.mjs'

/** Lines that travel to a thread together. */
const BATCH = 250
/** More threads wait for one another. */
const THREADS_MOST = 8
/** Batches a thread has waiting; reading stops until they are done. */
const WAITING_MOST = 4

const threads = Math.min(availableParallelism(), THREADS_MOST)
const bundle = await bundleCore(
  "export * from './core/pact'; export * from './core/judge'; export { instantOf } from './core/calendar'",
)
const workers = []
const done = new Map()
let sent = 0
let written = 0
let wake = () => undefined

function receive({ number, text }) {
  done.set(number, text)
  for (; done.has(written); written++) {
    process.stdout.write(done.get(written))
    done.delete(written)
  }
  wake()
}

function workerFor(number) {
  const at = number % threads
  workers[at] ??= new Worker(new URL('./judge/judge-worker.mjs', import.meta.url), { workerData: { bundle } })
    .on('message', receive)
    .on('error', fail)
  return workers[at]
}

/** A line that is no JSON ends everything: half an answer would be measured as a whole one. */
function fail(error) {
  console.error(String(error))
  rmSync(bundle, { force: true })
  process.exit(1)
}

/** Until at most `most` batches are under way. */
async function waitFor(most) {
  while (sent - written > most) await new Promise((resolve) => (wake = resolve))
}

async function send(lines) {
  workerFor(sent).postMessage({ number: sent, lines })
  sent++
  await waitFor(threads * WAITING_MOST)
}

let batch = []
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!line.trim()) continue
  batch.push(line)
  if (batch.length < BATCH) continue
  await send(batch)
  batch = []
}
if (batch.length > 0) await send(batch)
await waitFor(0)
await Promise.all(workers.map((worker) => worker.terminate()))
rmSync(bundle)
