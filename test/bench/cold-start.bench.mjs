// Decides what a cold start costs: each built function in a fresh instance, beside one that only loads the SDK.
// Run `npm run build` first, then: node test/bench/cold-start.bench.mjs
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Each round has a cloud of its own and starts every function once, each round from another one on; medians are shown. */
const ROUNDS = 9
/** What the others are compared with, and what is left of that without the SDK: an instance that begins. */
const EMPTY = "const cloud = require('wx-server-sdk')\ncloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })\n"
const BESIDE = { empty: EMPTY, 'no SDK': '' }

/** The built functions and the empty ones; the SDK is found from where they lie, so they lie in this repository. */
function gatherFunctions() {
  const folder = mkdtempSync(join(ROOT, 'dist', 'bench-'))
  cpSync(join(ROOT, 'dist', 'cloudfunctions'), join(folder, 'functions'), { recursive: true })
  for (const [name, code] of Object.entries(BESIDE)) {
    mkdirSync(join(folder, 'functions', name))
    writeFileSync(join(folder, 'functions', name, 'index.js'), `${code}exports.main = async () => ({})\n`)
  }
  // Without rules of its own every function may be called; no collection is needed, as none is asked.
  mkdirSync(join(folder, 'database'))
  writeFileSync(join(folder, 'database', 'collections.json'), '[]')
  return folder
}

async function startCloud(folder) {
  const args = ['--functions', join(folder, 'functions'), '--database', join(folder, 'database')]
  const options = ['--cold-starts', '--no-timers', '--json']
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'local', 'cloud.mjs'), ...args, ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const line = await new Promise((resolve) => child.stdout.once('data', resolve))
  const { origin } = new URL(JSON.parse(line.toString()).cloud)
  const post = async (path, body) =>
    (await fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) })).json()
  return { post, stop: () => new Promise((resolve) => child.once('exit', resolve).kill()) }
}

/** Milliseconds from the call to the first line of the function's own work, by function. */
async function measureRound(folder, names) {
  const { post, stop } = await startCloud(folder)
  try {
    for (const name of names) await post('/gateway/call', { openid: 'o-bench', name, data: {} })
    const { actions } = await post('/control', { op: 'counters.read' })
    return Object.fromEntries(names.map((name) => [name, actions[name].coldMilliseconds]))
  } finally {
    await stop()
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const folder = gatherFunctions()
try {
  const names = readdirSync(join(folder, 'functions')).sort()
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % names.length
    rounds.push(await measureRound(folder, [...names.slice(first), ...names.slice(0, first)]))
  }
  const rows = names.map((name) => ({
    'cold start': name,
    kB: Math.ceil(statSync(join(folder, 'functions', name, 'index.js')).size / 1024),
    ms: Math.round(median(rounds.map((round) => round[name]))),
    'quickest ms': Math.round(Math.min(...rounds.map((round) => round[name]))),
    'of empty': median(rounds.map((round) => round[name] / round.empty)).toFixed(2),
    'own ms': Math.round(median(rounds.map((round) => round[name] - round.empty))),
  }))
  console.table(rows)
  console.log(`median of ${ROUNDS} rounds; load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
