// Decides that every screen keeps the rules of WeChat's 体验评分, light, dark and large.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SCREENS } from '../../../scripts/screens/list.mjs'

interface Line {
  screen: string
  look: string
  page: string
  broken: string[]
  /** Too wide, cut off or out of reach: looked for in the largest font, on the smallest phone. */
  misfits: string[]
}

const ROOT = join(__dirname, '..', '..', '..')
/** Only what hangs takes so long (ms). */
const PATIENCE_MS = 60 * 60_000
const LOOKS = ['light', 'dark', 'large']
const lines: Line[] = []
let faults = ''

/** Measures in a process of its own: the house runs its functions in workers of what was built. */
beforeAll(async () => {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'screens.mjs'), '--measure'], { cwd: ROOT })
  child.stderr.on('data', (data) => {
    faults += String(data)
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) lines.push(JSON.parse(line) as Line)
    else faults += `${line}\n`
  }
}, PATIENCE_MS)

describe.each(LOOKS)('in the look %s', (look) => {
  it.each(SCREENS.map(({ name }) => name))('given %s, when the phone measures it, then no rule is broken', (screen) => {
    const measured = lines.find((line) => line.screen === screen && line.look === look)
    expect(measured ?? { missing: faults }).toMatchObject({ screen, look, broken: [] })
  })
})

it.each(SCREENS.map(({ name }) => name))('given 320 px and ×1.65, when %s is shown, then all of it fits', (screen) => {
  const measured = lines.find((line) => line.screen === screen && line.look === 'large')
  expect(measured ?? { missing: faults }).toMatchObject({ screen, misfits: [] })
})

it('given all pages of app.json, then each is on a screen', () => {
  const { pages, subPackages } = JSON.parse(readFileSync(join(ROOT, 'miniprogram', 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  const all = [...pages, ...subPackages.flatMap(({ root, pages: names }) => names.map((name) => `${root}/${name}`))]
  const shown = new Set(lines.map(({ page }) => page))
  expect(all.filter((page) => !shown.has(page))).toEqual([])
})
