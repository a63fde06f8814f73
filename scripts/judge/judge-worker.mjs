// Decides what one thread does: judges a batch of lines with the bundle it was given.
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { createLineReader } from './read-line.mjs'

const core = await import(pathToFileURL(workerData.bundle).href)
const readLine = createLineReader(core)

function judgeLine(line) {
  const { post, known, pact, now } = readLine(line)
  const { verdict, reasons } = core.judge(post, known, pact, now)
  return {
    id: line.id,
    verdict,
    rules: reasons.map((reason) => reason.rule),
    spans: reasons.flatMap(({ rule, spans }) =>
      spans.filter(({ field }) => field === 'body').map(({ start, end }) => ({ rule, start, end })),
    ),
  }
}

parentPort.on('message', ({ number, lines }) => {
  const judged = lines.map((line) => JSON.stringify(judgeLine(JSON.parse(line))))
  parentPort.postMessage({ number, text: `${judged.join('\n')}\n` })
})
