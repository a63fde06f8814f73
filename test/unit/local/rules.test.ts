// Decides that the local cloud reads security rules as CloudBase's documents describe them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readExpression } from '../../../local/cloud/rules/expression'
import { Rules } from '../../../local/cloud/rules/rules'

const auth = { openid: 'o1', loginType: 'WECHAT' }
const mine = { openid: 'o1', path: 'uploads/a/photo.jpg' }

describe('given an expression', () => {
  test.each<[string, boolean]>([
    ['auth != null', true],
    ['auth == null', false],
    ['resource.openid == auth.openid', true],
    ["auth.loginType != 'ANONYMOUS' && auth != null", true],
    ['auth.loginType == "WECHAT"', true],
    ['auth.uid == resource.openid', false],
    ['auth.uid == auth.uid', false],
    ['/^uploads\\//.test(resource.path) == true', true],
    ['/^kept\\//.test(resource.path) == true', false],
    ['/^kept\\//.test(resource.path) != true', true],
    ['auth == null || resource.openid == auth.openid', true],
    ['false || true && false', false],
    ['(false || true) && !false', true],
    ['!(auth != null)', false],
    ['true', true],
  ])('%s is %s for the creator', (text, expected) => {
    expect(readExpression(text)({ auth, resource: mine })).toBe(expected)
  })

  test.each(['auth != null', 'resource.openid == auth.openid', 'auth.openid == null'])(
    '%s is false for nobody',
    (text) => {
      expect(readExpression(text)({ auth: null, resource: { openid: '', path: 'a' } })).toBe(false)
    },
  )

  test.each([
    '',
    'auth',
    'auth !=',
    'auth.name == 1',
    'resource.path.startsWith(1)',
    "resource.path.startsWith('a')",
    'auth != null &&',
    '/^a/.test(resource.path)',
    '/^a/.match(resource.path) == true',
    "get('database.users.1').role == 'admin'",
    '(auth != null',
    'auth != null)',
    'auth != null; true',
  ])('%s is refused or lets nobody in', (text) => {
    const allows = () => readExpression(text)({ auth, resource: mine })
    if (text === 'auth') expect(allows()).toBe(false)
    else expect(allows).toThrow(/not understood/)
  })
})

describe('given a folder with rules', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const write = (name: string, rules: unknown) => writeFileSync(join(folder, name), JSON.stringify(rules))

  test('without any, everybody reads, the creator writes, and whoever is signed in calls', () => {
    const rules = new Rules(folder)
    expect(rules.mayTouch('read', '', mine)).toBe(true)
    expect([rules.mayTouch('write', 'o1', mine), rules.mayTouch('write', 'o2', mine)]).toEqual([true, false])
    expect([rules.mayInvoke('o1', 'any'), rules.mayInvoke('', 'any')]).toEqual([true, false])
  })

  test('what a storage rule does not say is refused', () => {
    write('storage-rules.json', { read: true })
    expect(new Rules(folder).mayTouch('write', 'o1', mine)).toBe(false)
  })

  test('a function’s own rule comes before the one for all', () => {
    write('function-rules.json', { '*': { invoke: false }, open: { invoke: true }, api: { invoke: 'auth != null' } })
    const rules = new Rules(folder)
    expect(['open', 'api', 'timer'].map((name) => rules.mayInvoke('o1', name))).toEqual([true, true, false])
    expect(['open', 'api'].map((name) => rules.mayInvoke('', name))).toEqual([true, false])
  })

  test.each<[string, unknown, RegExp]>([
    ['function-rules.json', { api: { invoke: true } }, /needs a rule for "\*"/],
    ['function-rules.json', { '*': {} }, /\*\.invoke must be/],
    ['function-rules.json', { '*': { invoke: 'auth.openid != null' } }, /\*\.invoke must be/],
    ['storage-rules.json', { read: true, delete: true }, /"delete" is neither/],
    ['storage-rules.json', { read: 'doc.open == true' }, /the rule doc\.open == true is not understood/],
  ])('%s with %j is refused in one sentence', (name, rules, words) => {
    write(name, rules)
    expect(() => new Rules(folder)).toThrow(words)
  })
})

describe('given the rules of this house', () => {
  const rules = new Rules(join(__dirname, '../../../database'))
  const mark = 'a'.repeat(24)
  const own = (path: string) => ({ openid: 'o1', path })

  test.each([
    [`uploads/${mark}/photo/${mark}`, true],
    [`uploads/${mark}/roster/school-1/${mark}`, true],
    [`uploads/${mark}/photo/../${mark}`, false],
    [`uploads/${mark}/photo/${mark}.exe`, false],
    [`x/uploads/${mark}/photo/${mark}`, false],
    [`uploads/${mark}/roster/${mark}`, false],
    ['kept/notices/n1/0-ab.jpg', false],
  ])('G12 a phone writes %s: %s', (path, expected) => {
    expect(rules.mayTouch('write', 'o1', own(path))).toBe(expected)
    expect(rules.mayTouch('write', 'o2', own(path))).toBe(false)
    expect(rules.mayTouch('read', 'o1', own(path))).toBe(false)
  })

  test.each([
    ['api', true],
    ['exporter', true],
    ['writer', true],
    ['scheduler', false],
    ['wx-events', false],
    ['a-function-of-tomorrow', false],
  ])('G12 a phone calls %s: %s', (name, expected) => {
    expect(rules.mayInvoke('o1', name)).toBe(expected)
  })
})
