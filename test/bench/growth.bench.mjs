// Decides whether a school costs the same beside a thousand others: database calls and rows read, an action at a time.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { build } from '../../scripts/build.mjs'
import { ACTIONS, writeDay } from './growth-actions.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const number = (name, usual) => Number(process.env[name] ?? usual)
/** Of the school that is measured: forty classes of forty children, three years of forty school weeks. */
const CLASSES = number('CLASSES', 40)
const CHILDREN = 40
const WEEKS = number('WEEKS', 120)
/** Schools in all, a column each. */
const COLUMNS = (process.env.SCHOOLS ?? '1,100,1000').split(',').map(Number)
const WEEK_DAYS = 7
/** School weeks of a year; the others are holidays. */
const WEEKS_OF_YEAR = 40
const DAYS_OF_YEAR = 364

/** The builders of the tests' schools, which are TypeScript. */
async function load(name) {
  const outfile = join(ROOT, 'node_modules', '.cache', `${name}-of-growth.cjs`)
  mkdirSync(dirname(outfile), { recursive: true })
  const entryPoints = [join(ROOT, 'test', 'cloud', `${name}.ts`)]
  const tsconfig = join(ROOT, 'tsconfig.json')
  await esbuild.build({ entryPoints, outfile, bundle: true, format: 'cjs', platform: 'node', tsconfig })
  return createRequire(import.meta.url)(outfile)
}

const say = (line) => console.log(line)
const sum = (counts = {}) => Object.values(counts).reduce((total, count) => total + count, 0)
const MINUTES_BEFORE = 3
const minutesSince = (start) => `${((performance.now() - start) / 60_000).toFixed(1)} min`

/** Copies that are written together. */
const TOGETHER = 25

/** Writes copies a portion at a time: each call takes as long as a hundred documents. */
async function bringAll(school, others, moves, known) {
  let written = 0
  for (let start = 0; start < moves.length; start += TOGETHER) {
    const portion = {}
    for (const make of moves.slice(start, start + TOGETHER)) {
      for (const [name, rows] of Object.entries(make())) (portion[name] ??= []).push(...rows)
    }
    for (const [name, rows] of Object.entries(portion)) {
      portion[name] = [...new Map(rows.map((row) => [row._id, row])).values()]
    }
    written += await others.bring(school, portion, known)
  }
  return written
}

/** What one class leaves behind in a week is what the functions wrote on one day; every class and week gets its copy. */
async function growUp(school, given, others) {
  const { collections } = await school.cloud.control('data.collections')
  const place = ['schools', 'pacts', 'classes', 'children', 'people', 'registers']
  await writeDay(school, given)
  const all = await others.takeStock(school, collections)
  const day = Object.fromEntries(Object.entries(all).filter(([name]) => !place.includes(name) && name !== 'audit'))
  // Done and over: what lies in the past waits for nobody.
  const past = JSON.parse(JSON.stringify(day), (key, value) => (key === 'duty' ? undefined : value))
  const known = new Set(Object.entries(all).flatMap(([name, rows]) => rows.map(({ _id }) => `${name}/${_id}`)))
  const classes = all.classes.map(({ _id }) => _id)
  const moves = []
  for (const to of classes) {
    for (let week = 0; week < WEEKS; week++) {
      const days = -(Math.floor(week / WEEKS_OF_YEAR) * DAYS_OF_YEAR + (week % WEEKS_OF_YEAR) * WEEK_DAYS)
      if (to === given.CLASS && days === 0) continue
      const move = { classId: { from: given.CLASS, to }, copy: `${to}.${week}`, days }
      moves.push(() => others.moveAll(week === 0 ? day : past, move))
    }
  }
  const written = await bringAll(school, others, moves, known)
  return {
    written,
    seed: { ...all, children: all.children.filter(({ no }) => Number(no) <= 6) },
    classes: classes.length,
  }
}

/** Another school has two of the classes, six of each one's children, and the same day; every index sees it. */
async function addOthers(school, others, { seed, from, to }) {
  const two = Object.fromEntries(
    Object.entries(seed).map(([name, rows]) => [name, rows.filter(({ _id }) => !JSON.stringify(_id).includes('more'))]),
  )
  const moves = Array.from({ length: to - from }, (_, at) => () => others.moveAll(two, { school: `s${from + at}` }))
  return bringAll(school, others, moves, new Set())
}

/** What is due is done, what has changed is counted. */
async function settle(school) {
  for (let minute = 0; minute < MINUTES_BEFORE; minute++) {
    await school.advance(61_000)
    // A busy machine may cut a run off; the next takes it up.
    await school.tick().catch((failure) => say(`  ${failure.message}`))
  }
}

async function measure(school, given) {
  const [rows, scans] = [[], []]
  const context = {}
  await school.advance(61_000)
  await school.cloud.control('counters.reset')
  await school.tick()
  const quiet = (await school.cloud.control('counters.read')).actions.scheduler
  rows.push({ name: 'scheduler (a quiet minute)', calls: sum(quiet.database), read: quiet.rowsRead })
  for (const { name, act } of ACTIONS) {
    // Between two posts lies a minute: more would be flooding.
    await school.advance(61_000)
    await school.cloud.control('counters.reset')
    await act(school, given, context)
    const { actions, scans: found } = await school.cloud.control('counters.read')
    scans.push(...found)
    const counted = actions[name.split(' ')[0]]
    rows.push({ name, calls: sum(counted.database), read: counted.rowsRead })
  }
  return { rows, scans }
}

function print(columns) {
  const cells = (...all) => say(all.map((cell, at) => (at === 0 ? cell.padEnd(30) : cell.padStart(14))).join(''))
  cells('calls / rows read', ...columns.map(({ schools }) => `${schools} school${schools === 1 ? '' : 's'}`))
  const [first] = columns
  let grown = 0
  for (const [at, { name }] of first.rows.entries()) {
    const shown = columns.map(({ rows }) => `${rows[at].calls} / ${rows[at].read}`)
    const isSame = new Set(shown).size === 1
    grown += isSame ? 0 : 1
    cells(name, ...shown, isSame ? '' : 'differs')
  }
  for (const { schools, scans } of columns)
    for (const scan of scans) say(`${schools} schools: no index: ${JSON.stringify(scan)}`)
  say(grown === 0 ? 'Every action costs the same.' : `${grown} do not cost the same.`)
}

await build()
const [given, others] = [await load('given-school'), await load('other-schools')]
const begun = performance.now()
const full = mkdtempSync(join(tmpdir(), 'class-pact-growth-'))
const folders = [full]
try {
  let school = await given.givenSchool({ children: CHILDREN, moreClasses: CLASSES - 2, weekCap: 5_000 })
  const { written, seed, classes } = await growUp(school, given, others)
  const { now } = await school.cloud.control('clock.read')
  const { dataDir } = school.cloud
  await school.cloud.kill9()
  cpSync(dataDir, full, { recursive: true })
  await school.stop()
  say(
    `One school: ${classes} classes of ${CHILDREN}, ${WEEKS} school weeks, ${written} documents; ${minutesSince(begun)}`,
  )
  const columns = []
  for (const schools of COLUMNS) {
    const folder = mkdtempSync(join(tmpdir(), 'class-pact-growth-'))
    folders.push(folder)
    cpSync(full, folder, { recursive: true })
    school = await given.givenSchool({ dataDir: folder, now })
    const count = await addOthers(school, others, { seed, from: 1, to: schools })
    // What is due has been done, so that the minute measured is a quiet one.
    await settle(school)
    columns.push({ schools, ...(await measure(school, given)) })
    if (columns.length < COLUMNS.length) print(columns)
    const size = statSync(join(folder, 'database.sqlite'), { throwIfNoEntry: false })?.size ?? 0
    say(`${schools} schools: ${count} documents of others, ${(size / 1e6).toFixed(0)} MB; ${minutesSince(begun)}`)
    await school.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  print(columns)
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
