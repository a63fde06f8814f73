// Proves that the contract's parser never throws, whatever a phone sends, and measures before it reads.
import { limits, type ActionName } from '@class-pact/core/contract'
import fc from 'fast-check'
import { ACTIONS, parseInput } from '../../actions'

const NAMES = Object.keys(ACTIONS) as ActionName[]
const holes = () => {
  const list: unknown[] = []
  list[3] = 'x'
  return list
}
const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) })
class Other {
  classId = 'class'
}
const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

const EXOTIC: unknown[] = [
  { length: {} },
  { length: { valueOf: 'x' } },
  { length: null, size: {} },
  { length: -1 },
  { length: Infinity },
  holes(),
  new Array(1_000_000),
  JSON.parse('{"__proto__": {"classId": "class"}}'),
  JSON.parse('{"constructor": {"prototype": {}}, "toString": 1, "valueOf": null}'),
  Object.create(null),
  new Other(),
  new Map([['classId', 'class']]),
  new Date(NaN),
  Symbol('x'),
  10n,
  () => 'x',
  NaN,
  -0,
  Infinity,
  cycle,
  nested(100_000 > 5_000 ? 5_000 : 1),
  'x'.repeat(1_000_000),
  Array.from({ length: 100_000 }, () => ({})),
  {
    get classId(): string {
      throw new Error('a getter that throws')
    },
  },
  new Proxy({}, { ownKeys: () => ['a', 'a'] }),
  '\uD800',
  '\0',
]

/** Inputs that look right from outside: the fields of the contract, with anything in them. */
const fieldsOf = (name: ActionName): string[] =>
  Object.keys((ACTIONS[name].input as unknown as { shape?: object }).shape ?? {})

describe.each(NAMES)('given %s', (name) => {
  test('no exotic value is thrown at, neither whole nor in any field', () => {
    for (const value of EXOTIC) {
      expect(typeof parseInput(name, value).ok).toBe('boolean')
      for (const field of fieldsOf(name)) expect(typeof parseInput(name, { [field]: value }).ok).toBe('boolean')
    }
  })

  test('nothing made at random is thrown at; what is refused names a field', () => {
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      fc.record(Object.fromEntries(fieldsOf(name).map((field) => [field, fc.anything()])), { requiredKeys: [] }),
    )
    fc.assert(
      fc.property(value, (raw) => {
        const parsed = parseInput(name, raw)
        expect(parsed.ok || parsed.error.field).toBeTruthy()
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['an object whose length is an object', { classId: 'class', phone: { length: {} } }, 'phone'],
  ['more characters than any input has', { classId: 'x'.repeat(limits.INPUT_CHARACTERS_MAX + 1) }, 'input'],
  [
    'more values than any input has',
    { classId: Array.from({ length: limits.INPUT_VALUES_MAX + 1 }, () => 1) },
    'input',
  ],
  ['objects within objects without an end', nested(limits.INPUT_DEPTH_MAX + 1), 'input'],
  ['a prototype of its own', JSON.parse('{"classId":"class","phone":"","__proto__":{"a":1}}') as unknown, 'input'],
])('%s is refused by name', (_, raw, field) => {
  expect(parseInput('class.update', raw)).toEqual({ ok: false, error: { code: 'INPUT_INVALID', field } })
})

test('the largest letter there is fits', () => {
  const letter = {
    ...{ kind: 'notice', title: '通'.repeat(limits.TITLE_MAX), body: '知'.repeat(limits.BODY_MAX), replyMode: 'read' },
    audience: {
      to: 'classes',
      classIds: Array.from({ length: limits.CLASSES_MAX }, () => 'c'.repeat(limits.ID_MAX)),
    },
    photos: Array.from({ length: limits.PHOTOS_MAX }, () => `cloud://${'p'.repeat(limits.FILE_ID_MAX - 8)}`),
  }
  expect(parseInput('notice.publish', letter)).toMatchObject({ ok: true })
})

test.each([8_640_000_000_000_000, Date.UTC(275760, 8, 12), Date.UTC(2100, 0, 2), 0, -1, 1.5, NaN, Infinity])(
  'a deadline at %d is none',
  (deadline) => {
    const draft = { kind: 'notice', title: '通知', body: '内容', replyMode: 'read', photos: [], deadline }
    const audience = { to: 'school', schoolId: 'school' }
    expect(parseInput('notice.publish', { ...draft, audience })).toMatchObject({ error: { field: 'deadline' } })
  },
)
