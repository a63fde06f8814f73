// Decides that a component's data, observers and behaviors come out on the phone as on WeChat's own framework.
import * as adapter from 'glass-easel-miniprogram-adapter'
import { copyData } from '../../../local/phone/runtime/engine/copy-data'

jest.mock('../../../local/phone/runtime/engine/view-queue', () => ({
  view: { post: (run: () => void) => run(), whenDrawn: (run: () => void) => run() },
}))

type Data = Record<string, unknown>
interface Exparser {
  registerBehavior(definition: Data): unknown
  registerElement(definition: Data): void
  createElement(is: string): { data: Data; setData(data: unknown): void }
  addGlobalErrorListener(listener: (error: unknown) => void): void
  Component: { getInnerData(element: object): Data }
}
const exparser = jest.requireActual<Exparser>('miniprogram-exparser')
interface Definition {
  data?: Data
  properties?: Record<string, unknown>
  observers?: Record<string, unknown>
  methods?: Record<string, unknown>
  behaviors?: Definition[]
  lifetimes?: Record<string, unknown>
}
interface Guard {
  guardSetData(score: { hearSetData(): void }, bound: { findUnused(): string[] }): void
}
const { glassEasel: framework } = adapter
/** Browser code: the compiler of the tests does not know it. */
const { guardSetData } = jest.requireActual<Guard>('../../../local/phone/runtime/engine/set-data')
type Say = (...words: unknown[]) => void
/** What came of one definition: the data, what a template sees of it, what the app's functions said, what setData threw. */
interface Outcome {
  data: Data
  view: Data
  said: unknown[]
  thrown: string[]
}
type Case = [what: string, define: (say: Say) => Definition, ...steps: unknown[]]

let count = 0

function collect(run: (outcome: Omit<Outcome, 'data' | 'view'>, say: Say) => Pick<Outcome, 'data' | 'view'>): Outcome {
  const outcome = { said: [] as unknown[], thrown: [] as string[] }
  const say: Say = (...words) => void outcome.said.push(JSON.parse(JSON.stringify(words)))
  return { ...outcome, ...run(outcome, say) }
}

function attempt(thrown: string[], run: () => void): void {
  try {
    run()
  } catch (error) {
    thrown.push((error as Error).message)
  }
}

/** WeChat's own framework. */
function onExparser(define: (say: Say) => Definition, steps: unknown[]): Outcome {
  return collect(({ thrown }, say) => {
    const register = ({ behaviors = [], ...rest }: Definition): Data => ({
      ...rest,
      behaviors: behaviors.map((one) => exparser.registerBehavior({ is: `b-${(count += 1)}`, ...register(one) })),
    })
    const is = `x-${(count += 1)}`
    exparser.registerElement({ is, ...register(define(say)) })
    const element = exparser.createElement(is)
    for (const step of steps) attempt(thrown, () => element.setData(step))
    return { data: element.data, view: exparser.Component.getInnerData(element) }
  })
}

/** The phone's framework, with what the phone puts in front of it. */
function onPhone(define: (say: Say) => Definition, steps: unknown[]): Outcome {
  return collect(({ thrown }, say) => {
    const environment = new adapter.MiniProgramEnv()
    const code = environment.createCodeSpace('', true)
    code.addComponentStaticConfig('a', { component: true } as never)
    code.componentEnv('a', ({ Component, Behavior }) => {
      const register = ({ behaviors = [], ...rest }: Definition): Data => ({
        ...rest,
        behaviors: behaviors.map((one) => Behavior(register(one) as never)),
      })
      Component(register(define(say)) as never)
    })
    const backend = environment.associateBackend(new framework.EmptyBackendContext() as never)
    const root = backend.createRoot('body', code, '/a')
    const caller = root.get() as unknown as { data: Data; setData(data: unknown): void }
    for (const step of steps) attempt(thrown, () => caller.setData(step))
    const view = framework.Component.getDataProxy(root.getComponent()).innerData as Data
    return { data: caller.data, view }
  })
}

const cycle: Data = { name: 'cycle' }
cycle['self'] = cycle
const date = new Date(0)
const plain = (definition: Definition) => () => definition

const CASES: Case[] = [
  ['objects and arrays', plain({ data: { o: null } }), { o: { x: 1, list: [1, { y: 2 }] } }, { 'o.list[1].y': 3 }],
  ['paths that are not there yet', plain({}), { 'a.b.c': 1 }, { 'l[2]': 'x' }, { 'l[0].y': 1 }, { 'a.b': [1] }],
  ['names that are no names', plain({}), { 'a-b': 1, '1a': 2, 中文: 3, 'a b': 4, 'x\\.y': 5 }],
  ['paths that are none', plain({ data: { a: 1 } }), { a: 2 }, {}],
  ['functions, deep and at the top', plain({}), { f: Math.max, o: { f: Math.min, list: [Math.abs] } }],
  ['undefined', plain({ data: { a: 1, o: { b: 1 } } }), { a: undefined, 'o.b': undefined, c: undefined }],
  ['null, NaN, Infinity and no string', plain({}), { a: null, b: NaN, c: Infinity, d: '', e: -0 }],
  ['dates, maps and expressions', plain({}), { d: date, m: new Map([[1, 2]]), r: /a/ }],
  ['numbers as keys and very deep data', plain({}), { o: { 1: { 2: { 3: { 4: [[[[5]]]] } } } } }, { 'o.a[0][1]': 1 }],
  ['a cycle', plain({ data: { before: 1 } }), { cycle }, { after: 1 }],
  ['null and undefined instead of data', plain({ data: { a: 1 } }), null, undefined, { a: 2 }],
  ['property types', plain({ properties: { s: String, n: Number, b: Boolean, a: Array, o: Object, x: null } }),
    { s: 1, n: '2', b: 'yes', a: [1], o: { p: 1 }, x: 'any' }, { s: null, n: 'no', b: 0, a: 'no', o: 'no' }, { s: undefined, n: NaN, o: null, x: undefined }],
  ['odd property types', plain({ properties: { list: { type: [Number], value: 3 }, word: { type: 'Number' }, none: {}, first: { type: undefined, value: 4 }, odd: { type: Symbol } } }),
    { list: 'x', word: 'x', none: 'x', first: 'x', odd: 'x' }],
  ['optional types', plain({ properties: { a: { type: String, optionalTypes: [Number, Object], value: 1 }, b: { optionalTypes: [Number, String] }, c: { type: Number, optionalTypes: [null] } } }),
    { a: 2, b: 'x', c: 'y' }, { a: { x: 1 }, b: 3, c: null }, { a: [1], b: {}, c: [] }],
  ['values of another type as first ones', plain({ properties: { n: { type: Number, value: 'x' }, a: { type: Array, value: null }, s: { type: String, value: 5 }, o: { type: Object, value: [1] } } }), {}],
  ['a property and a field of the same name', plain({ properties: { a: { type: Number, value: 1 } }, data: { b: 2 } }), { a: '7', b: 8 }],
  ['observers of a missing method', plain({ properties: { a: { type: Number, observer: 'missing' } } }), { a: 1 }, { a: 2 }],
  ['an observer that is no function', plain({ properties: { a: { type: Number, value: 2 } } }), { a: 3 }],
  ['property observers', (say) => ({ properties: { a: { type: Number, observer(now: unknown, old: unknown) { say('a', now, old) } }, o: { type: Object, observer(now: unknown) { say('o', now) } } } }),
    { a: 1 }, { a: 1 }, { a: '2' }, { o: { x: 1 } }, { 'o.x': 2 }],
  ['data observers in their order', (say) => ({ data: { a: 0, o: { x: 0 }, l: [1] }, observers: { 'a, o.x': (a: unknown, x: unknown) => say('a,o.x', a, x), 'o.**': (o: unknown) => say('o', o), 'l[0]': (first: unknown) => say('l0', first), '**': () => say('all') } }),
    { a: 1 }, { 'o.x': 2 }, { 'l[0]': 3 }, { l: [4] }, { z: 1 }],
  ['an observer that sets data', (say) => ({ data: { a: 0, twice: 0 }, observers: { a(this: { setData(data: Data): void }, a: number) { this.setData({ twice: a * 2 }) }, twice: (twice: unknown) => say(twice) } }), { a: 2 }, { a: 3 }],
  ['an observer that throws', (say) => ({ observers: { a() { throw new Error('mine') }, b: (b: unknown) => say('b', b) } }), { a: 1 }, { b: 2 }],
  ['functions given to observers', (say) => ({ observers: { f: (f: unknown) => say(typeof f), 'o.f': (f: unknown) => say(typeof f) } }), { f: Math.max }, { o: { f: Math.min } }],
  ['behaviors: data, properties and observers in their order', (say) => ({ behaviors: [{ data: { a: 'first', b: 'first', o: { x: 1 } }, properties: { p: { type: Number, value: 1 } }, observers: { a: () => say('first') }, lifetimes: { created: () => say('created first') } }, { data: { b: 'second', o: { y: 2 } }, observers: { a: () => say('second') } }], data: { c: 'own' }, observers: { a: () => say('own') }, lifetimes: { created: () => say('created own') } }), { a: 1, p: '5' }],
  ['behaviors of behaviors', (say) => ({ behaviors: [{ behaviors: [{ data: { deep: 1 }, observers: { deep: (deep: unknown) => say('deep', deep) } }], properties: { p: String } }] }), { deep: 2, p: 3 }],
] // prettier-ignore

beforeAll(() => {
  guardSetData({ hearSetData: () => undefined }, { findUnused: () => [] })
  framework.globalOptions.throwGlobalError = false
  framework.addGlobalErrorListener(() => false)
  framework.addGlobalWarningListener(() => false)
  exparser.addGlobalErrorListener(() => undefined)
})
beforeEach(() => {
  for (const level of ['warn', 'error'] as const) jest.spyOn(console, level).mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

it.each(CASES)(
  'given %s, then data, view and observers are the same in WeChat’s framework and here',
  (_, define, ...steps) => {
    // WeChat's framework alone writes into the app's own objects; its library gives it copies.
    const wechat = onExparser(define, copyData(steps))
    const here = onPhone(define, steps)
    expect(here).toEqual(wechat)
  },
)

describe('given what a test of WeChat’s framework alone cannot show', () => {
  const start = (): { data: Data; setData(data: unknown): void } => {
    const environment = new adapter.MiniProgramEnv()
    const code = environment.createCodeSpace('', true)
    code.componentEnv('pages/a', ({ Page }) => Page({ data: { a: 1 } } as never))
    const backend = environment.associateBackend(new framework.EmptyBackendContext() as never)
    return backend.createRoot('body', code, '/pages/a').get() as never
  }

  it.each<[string, () => Data, (data: Data) => void, Data]>([
    ['an object', () => ({ o: { x: 1 } }), ({ o }) => ((o as Data)['x'] = 2), { o: { x: 1 } }],
    ['an array', () => ({ l: [1] }), ({ l }) => (l as number[]).push(2), { l: [1] }],
    ['an object in an array', () => ({ l: [{ x: 1 }] }), ({ l }) => ((l as Data[])[0] = {}), { l: [{ x: 1 }] }],
    [
      'a part of the data itself',
      () => ({ 'o.p': { x: 1 } }),
      (data) => ((data['o.p'] as Data)['x'] = 2),
      { o: { p: { x: 1 } } },
    ],
    [
      'an object of a class',
      () => ({
        o: new (class {
          x = 1
        })(),
      }),
      ({ o }) => ((o as Data)['x'] = 2),
      { o: { x: 1 } },
    ],
  ])('%s that the app changes afterwards stays in the data as it was', (_, make, change, kept) => {
    const [page, given] = [start(), make()]
    page.setData(given)
    change(given)
    expect(page.data).toMatchObject(kept)
  })

  it('functions, dates and cycles are the app’s own, a cycle overflows the stack and is told with its path', () => {
    const page = start()
    page.setData({ f: Math.max, o: { f: Math.min, date } })
    expect(page.data).toMatchObject({ f: Math.max, o: { f: Math.min, date } })
    expect(() => page.setData({ cycle })).toThrow(RangeError)
    expect(console.error).toHaveBeenCalledWith('setData of pages/a: "cycle.self" contains itself')
    expect((page.data['cycle'] as Data)['self']).toBe(page.data['cycle'])
  })

  it.each([null, undefined, 3, 'words', true])('setData(%p) is told and does nothing', (given) => {
    const page = start()
    expect(() => page.setData(given)).not.toThrow()
    expect(page.data).toEqual({ a: 1 })
    expect(jest.mocked(console.error).mock.calls[0]?.[0]).toMatch('setData accepts an Object rather than some')
  })

  it('undefined and more than 1 MB are in the data and told', () => {
    const page = start()
    page.setData({ a: undefined, large: 'x'.repeat(1024 * 1024) })
    expect(page.data).toEqual({ a: undefined, large: expect.any(String) })
    expect(console.warn).toHaveBeenCalledWith('setData of pages/a: Setting data field "a" to undefined is invalid.')
    expect(jest.mocked(console.error).mock.calls[0]?.[0]).toMatch('已经超过最大长度 1048576')
  })
})
