// Decides nothing itself: reads posts as JSON lines on stdin, lets the pact judge them, writes the judgements as JSON lines.
import { createInterface } from 'node:readline'
import { loadCore } from './judge/load-core.mjs'
import { createLineReader } from './judge/read-line.mjs'

const core = await loadCore("export * from './core/pact'; export { instantOf } from './core/calendar'")
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

let out = []
const flush = () => {
  if (out.length > 0) process.stdout.write(`${out.join('\n')}\n`)
  out = []
}
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!line.trim()) continue
  out.push(JSON.stringify(judgeLine(JSON.parse(line))))
  if (out.length >= 500) flush()
}
flush()
