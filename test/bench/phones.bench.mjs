// Decides how quick the phones are: three of them up after the build, and an edited page on all three.
import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const DIST = join(ROOT, 'dist', 'local')
/** The median is shown. */
const ROUNDS = 5
/** What the product promises (ms). */
const UP_WITHIN = 4_000
const SHOWN_WITHIN = 1_000
/** Nobody saves more often (ms). */
const NEXT_EDIT = 500

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const show = (what, numbers, promised) =>
  console.log(
    `${what.padEnd(46)} median ${String(Math.round(median(numbers))).padStart(5)} ms, worst ${Math.round(Math.max(...numbers))} ms` +
      (promised ? ` (promised: ${promised} ms)` : ''),
  )

/** Starts a program of the house and waits for its line of JSON; `stop` ends it. */
async function start(program, ...args) {
  const started = performance.now()
  const child = spawn(process.execPath, [join(DIST, program), ...args, '--json'], { cwd: ROOT })
  const said = createInterface({ input: child.stderr })
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('{')) break
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { ms: performance.now() - started, said, stop }
}

/** An edit, and what the phones say of it: `file: compiled in 12 ms, on the phones after 340 ms`. */
async function edit(said, file, text) {
  const heard = new Promise((resolve) => {
    const hear = (line) => {
      const [, compiled, shown] = /compiled in (\d+) ms, on the phones after (\d+) ms/.exec(line) ?? []
      if (!shown) return
      said.off('line', hear)
      resolve({ compiled: Number(compiled), shown: Number(shown) })
    }
    said.on('line', hear)
  })
  appendFileSync(file, text)
  const figures = await heard
  await rest(NEXT_EDIT)
  return figures
}

async function benchEdits(app) {
  const phones = await start('phone.mjs', app, '--phones', '3', '--watch')
  // The first edit finds everything compiled only a moment after the start.
  await rest(4 * NEXT_EDIT)
  const page = join(app, 'pages', 'today', 'today')
  for (const [kind, text] of [
    ['wxml', (round) => `\n<!-- ${round} -->`],
    ['wxss', (round) => `\n.round-${round} { color: #123456; }`],
    ['ts', (round) => `\nvoid ${round}`],
  ]) {
    const figures = []
    for (let round = 0; round < ROUNDS; round++) figures.push(await edit(phones.said, `${page}.${kind}`, text(round)))
    const shown = figures.map((figure) => figure.shown)
    show(`${kind} edited, on three phones after`, shown, SHOWN_WITHIN)
    show(
      '  of which compiling',
      figures.map(({ compiled }) => compiled),
    )
  }
  await phones.stop()
}

const folder = mkdtempSync(join(ROOT, 'dist', 'bench-'))
try {
  const copy = (name) => {
    cpSync(join(ROOT, 'miniprogram'), join(folder, name), { recursive: true })
    return join(folder, name)
  }
  const [cold, warm] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    const house = await start('main.mjs', '--port', '0', '--headless')
    warm.push(house.ms)
    await house.stop()
    if (round > 1) continue
    // A folder nobody has compiled before.
    const phones = await start('phone.mjs', copy(`cold-${round}`), '--phones', '3')
    cold.push(phones.ms)
    await phones.stop()
  }
  show('three phones, the cloud and the demo school up', warm, UP_WITHIN)
  show('three phones up, nothing compiled before', cold)
  await benchEdits(copy('edited'))
} finally {
  rmSync(folder, { recursive: true })
}
