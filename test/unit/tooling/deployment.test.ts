// Decides that what is deployed is what was tested: cloudbaserc.json and each function's config.json say the same.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..', '..')
const FUNCTIONS = join(ROOT, 'cloudfunctions')

interface FunctionConfig {
  timeout: number
  triggers?: unknown[]
}

function readJson<T>(...parts: string[]): T {
  return JSON.parse(readFileSync(join(ROOT, ...parts), 'utf8')) as T
}

const names = readdirSync(FUNCTIONS).filter((name) => existsSync(join(FUNCTIONS, name, 'config.json')))
const deployed = readJson<{ functions: ({ name: string } & FunctionConfig)[] }>('cloudbaserc.json').functions

describe('cloudbaserc.json', () => {
  test('given the functions of the source, then exactly these are deployed', () => {
    expect(deployed.map((entry) => entry.name)).toEqual(names)
  })

  test.each(names)('given %s, then time limit and timers are those of its config.json', (name) => {
    const { timeout, triggers } = readJson<FunctionConfig>('cloudfunctions', name, 'config.json')
    const entry = deployed.find((each) => each.name === name)
    expect(entry).toMatchObject({ name, timeout, ...(triggers && { triggers }) })
    expect(entry?.triggers).toEqual(triggers)
  })
})
