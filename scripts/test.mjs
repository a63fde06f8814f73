// Decides what `npm test` does: make the machine ready, build, run every test, and end with one line of figures.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { composeClosingLine, countRun } from './closing-line.mjs'
import { prepare } from './prepare.mjs'
import { runNode } from './run-child.mjs'
import { isStarted, runMain, say } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** How many test files run side by side: each end-to-end test has a house and a clock of its own, and all share one browser. */
const WORKERS = { unit: 2, cloud: 2, e2e: 2 }
const PROJECTS = Object.keys(WORKERS)

/** `unit cloud …` first names projects, all of them by default; the rest goes to jest, e.g. `npm test -- unit leave`. */
export function readTestArguments(args) {
  const end = args.findIndex((arg) => !PROJECTS.includes(arg))
  const projects = end === -1 ? args : args.slice(0, end)
  return { projects: projects.length > 0 ? projects : PROJECTS, rest: end === -1 ? [] : args.slice(end) }
}

/** Runs one project in a jest of its own, so that a crash of one costs no result of another. */
async function runProject(project, rest, folder) {
  const file = join(folder, `${project}.json`)
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const args = [
    '--selectProjects',
    project,
    `--maxWorkers=${WORKERS[project]}`,
    '--json',
    `--outputFile=${file}`,
    // A test that leaves something open must not keep the closing line from being printed.
    '--forceExit',
    // DevTools shows one phone and no clock to move: there the tests run that need no more than that.
    ...(project === 'e2e' && process.env.AUTOMATOR ? ['--testPathPatterns', 'e2e/pages'] : []),
    ...rest,
  ]
  const { code } = await runNode([jest, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return countRun(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code)
}

async function runTests({ projects, rest }) {
  await prepare()
  const needsBrowser = projects.includes('e2e') && !process.env.AUTOMATOR
  const { findOrInstallBrowser } = await import('./find-or-install-browser.mjs')
  if (needsBrowser) process.env.CHROME_PATH = await findOrInstallBrowser()
  const { default: buildOnce } = await import('./build-once.mjs')
  await buildOnce()
  const folder = mkdtempSync(join(tmpdir(), 'class-pact-'))
  const counts = []
  for (const project of projects) counts.push(await runProject(project, rest, folder))
  rmSync(folder, { recursive: true, force: true })
  return counts
}

/** Runs the tests and prints the closing line, also when nothing could be run. */
async function main(args) {
  const counts = await runTests(readTestArguments(args)).catch((error) => {
    say(String(error?.message ?? error))
    return []
  })
  const line = composeClosingLine(counts)
  console.log(line)
  return line.endsWith(' 0 failed') ? 0 : 1
}

if (isStarted(import.meta.url)) runMain(main)
