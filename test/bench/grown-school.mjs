// Decides how a benchmark gets a school of three years: what the functions wrote on one day, and copies of it.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { writeDay } from './growth-actions.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const CHILDREN = 40
const WEEK_DAYS = 7
/** School weeks of a year; the others are holidays. */
const WEEKS_OF_YEAR = 40
const DAYS_OF_YEAR = 364
/** Copies that are written together: each call takes as long as a hundred documents. */
const TOGETHER = 100
/** Of each class of another school. */
export const CHILDREN_OF_OTHERS = 4
/** What stays as it is from week to week. */
const PLACE = ['schools', 'pacts', 'classes', 'children', 'people', 'registers']

/** The builders of the tests' schools, which are TypeScript. */
export async function load(name) {
  const outfile = join(ROOT, 'node_modules', '.cache', `${name}-of-bench.cjs`)
  mkdirSync(dirname(outfile), { recursive: true })
  const entryPoints = [join(ROOT, 'test', 'cloud', `${name}.ts`)]
  const tsconfig = join(ROOT, 'tsconfig.json')
  await esbuild.build({ entryPoints, outfile, bundle: true, format: 'cjs', platform: 'node', tsconfig })
  return createRequire(import.meta.url)(outfile)
}

/** Folders that go when the benchmark ends, however it ends. */
export function makeFolders() {
  const folders = []
  return {
    take(from) {
      const folder = mkdtempSync(join(tmpdir(), 'class-pact-bench-'))
      folders.push(folder)
      if (from) cpSync(from, folder, { recursive: true })
      return folder
    },
    keep: (folder) => folders.push(folder),
    remove: (...some) => {
      for (const folder of some.length > 0 ? some : folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}

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
export async function growUp(school, given, others, weeks) {
  const { collections } = await school.cloud.control('data.collections')
  await writeDay(school, given)
  const all = await others.takeStock(school, collections)
  const day = Object.fromEntries(Object.entries(all).filter(([name]) => !PLACE.includes(name) && name !== 'audit'))
  // Done and over: what lies in the past waits for nobody.
  const past = bringToAnEnd(JSON.parse(JSON.stringify(day), (key, value) => (key === 'duty' ? undefined : value)))
  const known = new Set(Object.entries(all).flatMap(([name, rows]) => rows.map(({ _id }) => `${name}/${_id}`)))
  const moves = []
  for (const { _id: to } of all.classes) {
    for (let week = 0; week < weeks; week++) {
      const days = -(Math.floor(week / WEEKS_OF_YEAR) * DAYS_OF_YEAR + (week % WEEKS_OF_YEAR) * WEEK_DAYS)
      if (to === given.CLASS && days === 0) continue
      const move = { classId: { from: given.CLASS, to }, copy: `${to}.${week}`, days }
      moves.push(() => others.moveAll(week === 0 ? day : past, move))
    }
  }
  return { written: await bringAll(school, others, moves, known), seed: seedOf(all) }
}

function bringToAnEnd({ slips, leaves, talks, ...rest }) {
  return {
    ...rest,
    slips: slips.map((slip) => ({ ...slip, state: 'closed', closedAt: slip.updatedAt })),
    leaves: leaves.map((leave) => ({ ...leave, state: leave.state === 'pending' ? 'approved' : leave.state })),
    talks: talks.map((talk) => ({ ...talk, waitsSince: 0 })),
  }
}

/** Another school has two of the classes, four of each one's children, and that day in full; every index sees it. */
export function seedOf(all) {
  const children = all.children.filter(({ no }) => Number(no) <= CHILDREN_OF_OTHERS)
  const ofThem = new Set(children.flatMap(({ guardians }) => guardians.map(({ openid }) => openid)))
  const isFamily = ({ _id }) => /^o-(mother|father)-/.test(_id)
  const people = all.people.filter((person) => !isFamily(person) || ofThem.has(person._id))
  return Object.fromEntries(
    Object.entries({ ...all, children, people }).map(([name, rows]) => [
      name,
      rows.filter(({ _id }) => !JSON.stringify(_id).includes('more')),
    ]),
  )
}

/** The schools numbered `from` to `to`, the last not. */
export async function addOthers(school, others, { seed, from, to }) {
  const moves = Array.from({ length: to - from }, (_, at) => () => others.moveAll(seed, { school: `s${from + at}` }))
  return bringAll(school, others, moves, new Set())
}
