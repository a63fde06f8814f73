// Decides what a new school year costs a large school: function time, database calls a class, calls of the phone.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { build } from '../../scripts/build.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Forty classes, 1,520 children: two are there already. */
const MORE_CLASSES = 38
const CHILDREN = 38

/** The builder of the tests' school, which is TypeScript; it finds the repository from where it lies. */
async function loadSchool() {
  const outfile = join(ROOT, 'node_modules', '.cache', 'given-school-of-the-year.cjs')
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

await build()
const { givenSchool, PRINCIPAL, SCHOOL } = await loadSchool()
const school = await givenSchool({ children: CHILDREN, moreClasses: MORE_CLASSES, now: '2026-08-22T10:00:00+08:00' })
try {
  const classes = MORE_CLASSES + 2
  for (const [name, action, whileIn] of [
    ['升级', 'year.run', 'running'],
    ['撤销', 'year.undo', 'undoing'],
  ]) {
    const { year, plan } = await school.get(PRINCIPAL, 'year.read', { schoolId: SCHOOL })
    await school.cloud.control('counters.reset')
    const start = performance.now()
    const input = { schoolId: SCHOOL, year, ...(action === 'year.run' && { digest: plan.digest }) }
    let calls = 0
    for (let state = whileIn; state === whileIn; calls++) state = (await school.get(PRINCIPAL, action, input)).run.state
    const seconds = (performance.now() - start) / 1000
    const database = await school.databaseCalls(action)
    console.log(
      `${name}: ${classes} classes, ${classes * CHILDREN} children: ${seconds.toFixed(1)} s in ${calls} calls, ` +
        `${(database / classes).toFixed(1)} database calls a class`,
    )
  }
} finally {
  await school.stop()
}
