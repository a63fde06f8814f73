// Decides whether a school costs the same beside a thousand others: database calls and rows read, an action at a time.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import buildOnce from '../../scripts/build-once.mjs'
import { ACTIONS } from './growth-actions.mjs'
import { CHILDREN, addOthers, growUp, load, makeFolders } from './grown-school.mjs'
import { measurePages } from './growth-pages.mjs'
import { withFunction } from './one-more-function.mjs'

const number = (name, usual) => Number(process.env[name] ?? usual)
/** Of the school that is measured: the largest there is, and three years of forty school weeks. */
const CLASSES = number('CLASSES', 60)
const WEEKS = number('WEEKS', 120)
/** Schools in all, a column each. */
const COLUMNS = (process.env.SCHOOLS ?? '1,100,1000').split(',').map(Number)
/** Minutes until nothing is left to do, at most. */
const MINUTES_BEFORE = 15
const MINUTE_MS = 61_000

const say = (line) => console.log(line)
const sum = (counts = {}) => Object.values(counts).reduce((total, count) => total + count, 0)
const minutesSince = (start) => `${((performance.now() - start) / 60_000).toFixed(1)} min`

/** A minute of the scheduler, counted. */
async function minute(school) {
  await school.advance(MINUTE_MS)
  await school.cloud.control('counters.reset')
  // A busy machine may cut a run off; the next takes it up.
  await school.tick().catch((failure) => say(`  ${failure.message}`))
  const { actions, scans } = await school.cloud.control('counters.read')
  return { calls: sum(actions.scheduler?.database), read: actions.scheduler?.rowsRead ?? 0, scans }
}

/** What is due is done, what has changed is counted: until two minutes are alike. Then one is quiet. */
async function settle(school) {
  let last = await minute(school)
  for (let passed = 0; passed < MINUTES_BEFORE; passed++) {
    const next = await minute(school)
    if (next.calls === last.calls && next.read === last.read) return next
    last = next
  }
  return last
}

async function measure(school, given) {
  const quiet = await settle(school)
  const [rows, scans] = [[{ name: 'scheduler (a quiet minute)', ...quiet }], [...quiet.scans]]
  const context = {}
  for (const { name, act } of ACTIONS) {
    // Between two posts lies a minute: more would be flooding.
    await school.advance(MINUTE_MS)
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

await buildOnce()
const [given, others] = [await load('given-school'), await load('other-schools')]
const begun = performance.now()
const folders = makeFolders()
const { folder: built, ...dirs } = withFunction('empty', 'exports.main = async () => ({})')
folders.keep(built)
let school
try {
  school = await given.givenSchool({ children: CHILDREN, moreClasses: CLASSES - 2, weekCap: 5_000 })
  const { written, seed } = await growUp(school, given, others, WEEKS)
  await settle(school)
  const { now } = await school.cloud.control('clock.read')
  await school.cloud.kill9()
  const full = folders.take(school.cloud.dataDir)
  await school.stop()
  say(
    `One school: ${CLASSES} classes of ${CHILDREN}, ${WEEKS} school weeks, ${written} documents; ${minutesSince(begun)}`,
  )
  const columns = []
  for (const schools of COLUMNS) {
    const folder = folders.take(full)
    school = await given.givenSchool({ dataDir: folder, now, ...dirs })
    const count = await addOthers(school, others, { seed, from: 1, to: schools })
    columns.push({ schools, ...(await measure(school, given)) })
    const size = statSync(join(folder, 'database.sqlite')).size / 1e6
    say(`${schools} schools: ${count} documents of others, ${size.toFixed(0)} MB; ${minutesSince(begun)}`)
    // They cost the same in every column; how long they take is asked of the first.
    if (columns.length === 1) await measurePages(school, given)
    await school.stop()
    folders.remove(folder)
  }
  print(columns)
} finally {
  await school?.stop()
  folders.remove()
}
