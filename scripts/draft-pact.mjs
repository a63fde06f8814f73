// Decides nothing itself: reads a school's rule paper on stdin, writes what becomes of each clause as JSON lines.
import { loadCore } from './judge/load-core.mjs'

const { draftPact } = await loadCore("export * from './core/draft'")
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const paper = new TextDecoder('utf-8').decode(Buffer.concat(chunks))
const lines = draftPact(paper).map(({ line, kind, rules }) => JSON.stringify({ line, kind, rules }))
process.stdout.write(lines.map((line) => `${line}\n`).join(''))
