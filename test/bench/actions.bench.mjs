// Decides what an action costs: database calls, rows, bytes and milliseconds.
import { mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { build } from '../../scripts/build.mjs'
import { withFunction } from './one-more-function.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Rounds of each action; the median is shown. */
const ROUNDS = 15
/** Classes of forty children besides the first two. */
const MORE_CLASSES = Number(process.env.CLASSES ?? 30) - 2

/** An action that does nothing but ask the database `calls` times for a document that is not there. */
const FLOOR = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const people = cloud.database({ throwOnNotFound: false }).collection('people')
exports.main = async ({ calls }) => {
  for (let call = 0; call < calls; call++) await people.doc('nobody').get()
  return {}
}
`

/** The builder of the tests' school, which is TypeScript; it finds the repository from where it lies. */
async function loadSchool() {
  const outfile = join(ROOT, 'node_modules', '.cache', 'given-school.cjs')
  mkdirSync(dirname(outfile), { recursive: true })
  await esbuild.build({
    entryPoints: [join(ROOT, 'test', 'cloud', 'given-school.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    tsconfig: join(ROOT, 'tsconfig.json'),
  })
  return createRequire(import.meta.url)(outfile)
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0)

async function time(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function measure(school, name, prepare, call) {
  const milliseconds = []
  let counted
  for (let round = 0; round < ROUNDS; round++) {
    const prepared = await prepare(round)
    await school.cloud.control('counters.reset')
    milliseconds.push(await time(() => call(prepared, round)))
    counted = (await school.cloud.control('counters.read')).actions[name.split(' ')[0]]
  }
  const calls = sum(counted.database)
  const floor = []
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(await time(() => school.cloud.call('o-bench', 'floor', { calls })))
  }
  return {
    name,
    calls,
    read: counted.rowsRead,
    written: counted.rowsWritten,
    kilobytes: (counted.bytesIn + counted.bytesOut) / 1024,
    ms: median(milliseconds),
    floor: median(floor),
  }
}

function print(rows) {
  const line = (...cells) =>
    console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(9))).join(' '))
  line('action', 'db calls', 'rows in', 'rows out', 'kB', 'ms', 'floor ms')
  for (const { name, calls, read, written, kilobytes, ms, floor } of rows) {
    line(name, `${calls}`, `${read}`, `${written}`, kilobytes.toFixed(1), ms.toFixed(1), floor.toFixed(1))
  }
}

async function bench(school, given) {
  const { CLASS, SCHOOL, HEAD_TEACHER, PRINCIPAL, aNotice, anOuting, childId, keyOf, motherOf } = given
  const child = childId(CLASS, 0)
  const mother = motherOf(child)
  /** A minute between two posts: more would be flooding. */
  const later = () => school.advance(61_000)
  const publish = async () => {
    await later()
    return (await school.get(HEAD_TEACHER, 'notice.publish', anOuting({ deadline: undefined }))).noticeId
  }
  const first = await publish()
  await school.tick()
  const at = { noticeId: first, classId: CLASS }
  const nothing = async () => undefined
  const day = (round) => `2026-11-${String((round % 5) + 2 + 7 * Math.floor(round / 5)).padStart(2, '0')}`
  const leave = (round) => ({
    childId: child,
    kind: 'fever',
    proof: [],
    span: { from: day(round), fromHalf: 'am', to: day(round), toHalf: 'pm' },
  })
  const leaves = []
  const of = (name, prepare, call) => measure(school, name, prepare, call)
  return [
    await of('session.read', nothing, () => school.get(mother, 'session.read', {})),
    await of('today.read (family)', nothing, () =>
      school.get(mother, 'today.read', { identity: keyOf('guardian', child) }),
    ),
    await of('today.read (teacher)', nothing, () =>
      school.get(HEAD_TEACHER, 'today.read', { identity: keyOf('head_teacher', CLASS) }),
    ),
    await of('today.read (principal)', nothing, () =>
      school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) }),
    ),
    await of('notice.list (family)', nothing, () =>
      school.get(mother, 'notice.list', { identity: keyOf('guardian', child) }),
    ),
    await of('notice.read', nothing, () => school.get(mother, 'notice.read', at)),
    await of('board.read', nothing, () => school.get(HEAD_TEACHER, 'board.read', at)),
    await of('notice.publish (class)', later, () => school.get(HEAD_TEACHER, 'notice.publish', aNotice())),
    await of('notice.publish (school)', later, () =>
      school.get(PRINCIPAL, 'notice.publish', aNotice({ audience: { to: 'school', schoolId: SCHOOL } })),
    ),
    await of('slip.sign', publish, (noticeId) =>
      school.get(mother, 'slip.sign', { noticeId, classId: CLASS, childId: child, version: 1, typedName: '王芳' }),
    ),
    await of('leave.submit', nothing, async (_, round) =>
      leaves.push((await school.get(mother, 'leave.submit', leave(round))).leaveId),
    ),
    await of('leave.decide', nothing, (_, round) =>
      school.get(HEAD_TEACHER, 'leave.decide', { leaveId: leaves[round], approve: true }),
    ),
    await of('statistics.read', nothing, () =>
      school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range: 'term' }),
    ),
  ]
}

await build()
const given = await loadSchool()
const { folder, ...dirs } = withFunction('floor', FLOOR)
const school = await given.givenSchool({ children: 40, moreClasses: MORE_CLASSES, ...dirs })
try {
  console.log(`${MORE_CLASSES + 2} classes of 40 children; median of ${ROUNDS} rounds; local cloud, not Tencent's`)
  print(await bench(school, given))
} finally {
  await school.stop()
  rmSync(folder, { recursive: true, force: true })
}
