// Decides that a function too heavy, or one that would be deployed with its source map, does not pass the checks.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { weighFunctions } from '../../../scripts/check/weigh-functions.mjs'

const KB = 1024
const BUDGETS = { api: 2, scheduler: 1 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'class-pact-functions-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function given(name: string, files: Record<string, string>) {
  mkdirSync(join(folder, name))
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content)
}

describe('the weight of functions', () => {
  test('given functions within their budgets that only say where their maps lie, then all is well and each is told', () => {
    given('api', { 'index.js': `${'x'.repeat(KB)}\n//# sourceMappingURL=../../source-maps/api/index.js.map\n` })
    given('scheduler', { 'index.js': 'x', 'package.json': '{}' })
    expect(weighFunctions(folder, BUDGETS)).toEqual({
      ok: true,
      note: 'api 2 KB of 2, scheduler 1 KB of 1',
      output: '',
    })
  })

  test('given files that together weigh more than the budget, then the function does not pass', () => {
    given('api', { 'index.js': 'x'.repeat(2 * KB), 'words.json': '{}' })
    given('scheduler', { 'index.js': 'x'.repeat(KB + 1) })
    const { ok, output } = weighFunctions(folder, BUDGETS)
    expect(ok).toBe(false)
    expect(output).toBe('api weighs 3 KB, more than its 2 KB.\nscheduler weighs 2 KB, more than its 1 KB.')
  })

  test('given a function that has no budget of its own, then it may weigh as much as api', () => {
    given('newcomer', { 'index.js': 'x'.repeat(2 * KB + 1) })
    expect(weighFunctions(folder, BUDGETS).output).toMatch(/^newcomer weighs 3 KB/)
  })

  test.each([
    ['as a file', { 'index.js': 'x', 'index.js.map': '{}' }],
    ['inside the code', { 'index.js': 'x\n//# sourceMappingURL=data:application/json;base64,e30=' }],
  ])('given a source map %s in what is deployed, then the function does not pass', (_where, files) => {
    given('api', files)
    const { ok, output } = weighFunctions(folder, BUDGETS)
    expect(ok).toBe(false)
    expect(output).toMatch(/source map, which would be deployed/)
  })

  test('given nothing was built, then it is said', () => {
    expect(weighFunctions(join(folder, 'nothing'), BUDGETS)).toMatchObject({ ok: false })
  })
})
