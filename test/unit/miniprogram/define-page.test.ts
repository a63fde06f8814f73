// Proves what every page does by itself: it loads, brings more, follows who is acting, sends once.
import type { Override, Overrides, Session } from '@class-pact/core/contract'
import type { definePage } from '../../../miniprogram/services/define-page'
import type { chooseIdentity, currentIdentity } from '../../../miniprogram/services/session'
import { installWx, type FakeCall, type FakeWx } from './fake-wx'

interface Shown {
  data: Record<string, unknown> & { frame: { view: string; busy: boolean; style: string } }
  query: Record<string, string>
  onLoad(query: object): unknown
  onShow(): unknown
  onUnload(): unknown
  load(): Promise<unknown>
  onMore(): Promise<boolean>
  act(work: () => Promise<unknown>, about?: string): Promise<unknown>
  openPanel(panel: string): void
  onWay(event: { detail: { code: string } }): void
}

const session = (...keys: string[]): Session => ({
  consented: true,
  identities: keys.map((key) => ({
    key,
    role: 'principal',
    schoolId: key,
    schoolKind: 'primary',
    schoolName: '',
    card: '',
  })),
  former: [],
  credits: {},
  now: 0,
})
const override = (noticeId: string) => ({ noticeId }) as Override
const page = (rows: string[], next?: string): Overrides => ({ overrides: rows.map(override), total: 3, next })

let wx: FakeWx
let services: {
  definePage: typeof definePage
  chooseIdentity: typeof chooseIdentity
  currentIdentity: typeof currentIdentity
}
const answers = (...data: object[]) => {
  wx.answers = data.map((each) => () => ('ok' in each ? each : { ok: true, data: each }))
}
const asked = () => wx.calls.map(({ data }) => [data.action, data.input])
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** The next call waits until it is let go; those after it do not. */
function holdNextCall(): () => void {
  const { cloud } = (globalThis as unknown as { wx: { cloud: { callFunction(call: FakeCall): Promise<object> } } }).wx
  const { callFunction } = cloud
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  cloud.callFunction = async (call) => {
    cloud.callFunction = callFunction
    await gate
    return callFunction(call)
  }
  return letGo
}

/** The page as WeChat would make it: data and fields are its own. */
function show(more: object = {}): Shown {
  let made: object = {}
  Object.assign(globalThis, { Page: (options: object) => (made = options) })
  services.definePage({
    data: { ids: [] as string[] },
    query: { schoolId: '', name: '' },
    reads: 'override.list',
    list: 'overrides',
    actsAs({ schoolId }, query) {
      return schoolId === query.schoolId
    },
    ask({ schoolId }) {
      return { schoolId }
    },
    present({ overrides }) {
      return { ids: overrides.map(({ noticeId }) => noticeId) }
    },
    ...more,
  })
  const shown = { ...made, data: structuredClone((made as Shown).data) } as Shown
  const setData = (patch: Record<string, unknown>) => {
    for (const [path, value] of Object.entries(patch)) {
      const [field = '', inner] = path.split('.')
      if (inner === undefined) shown.data[field] = value
      else (shown.data[field] as Record<string, unknown>)[inner] = value
    }
  }
  return Object.assign(shown, { setData, route: 'pages/a/a' })
}

beforeEach(async () => {
  jest.resetModules()
  wx = installWx()
  services = {
    ...(await import('../../../miniprogram/services/define-page')),
    ...(await import('../../../miniprogram/services/session')),
  }
})

test('given an address, then only what the page asks for is taken from it, as it was written', async () => {
  answers(session('s1'), page(['a']))
  const shown = show()
  await shown.onLoad({ schoolId: 's1', name: encodeURIComponent('三（2）班'), other: 'x' })
  expect(shown.query).toEqual({ schoolId: 's1', name: '三（2）班' })
})

test('given a list in pages, then each tap brings the rows after those that are there, with the same question', async () => {
  answers(session('s1'), page(['a'], 'n1'), page(['b'], 'n2'), page(['c']))
  const shown = show()
  await shown.onLoad({ schoolId: 's1' })
  expect(shown.data).toMatchObject({ ids: ['a'], left: 2, frame: { view: 'ready' } })
  expect(await shown.onMore()).toBe(true)
  expect(await shown.onMore()).toBe(true)
  expect(await shown.onMore()).toBe(false)
  expect(shown.data).toMatchObject({ ids: ['a', 'b', 'c'], left: 0 })
  expect(asked().slice(1)).toEqual([
    ['override.list', { schoolId: 's1' }],
    ['override.list', { schoolId: 's1', after: 'n1' }],
    ['override.list', { schoolId: 's1', after: 'n2' }],
  ])
})

test('given rows on their way, when the list is read again, then they do not come to the new one', async () => {
  answers(session('s1'), page(['a'], 'n1'), page(['a'], 'n1'), page(['b']))
  const shown = show()
  await shown.onLoad({ schoolId: 's1' })
  const arrive = holdNextCall()
  const more = shown.onMore()
  await settle()
  await shown.load()
  arrive()
  expect(await more).toBe(false)
  expect(shown.data).toMatchObject({ left: 2 })
})

test('M14 given a person with several identities, then the one the page is for acts; with none it is not for them', async () => {
  answers(session('s1', 's2'), page(['a']), { ok: false, error: { code: 'FORBIDDEN' } })
  const shown = show()
  await shown.onLoad({ schoolId: 's2' })
  expect(wx.storage.get('identity')).toBe('s2')
  await shown.onLoad({ schoolId: 's3' })
  expect(shown.data.frame.view).toBe('forbidden')
})

test('given a page that follows, when another identity acts, then it reads again, until it is closed', async () => {
  answers(session('s1', 's2'), page(['a']))
  const shown = show({ follows: true, actsAs: undefined })
  await shown.onLoad({ schoolId: 's1' })
  const before = wx.calls.length
  services.chooseIdentity('s2')
  await settle()
  expect(wx.calls.length).toBe(before + 1)
  shown.onUnload()
  services.chooseIdentity('s1')
  await settle()
  expect(wx.calls.length).toBe(before + 1)
})

test('given an act on its way, then a second tap does nothing; a refusal stands on the row it is about', async () => {
  const shown = show()
  const refused = () => Promise.resolve({ ok: false, error: { code: 'LEAVE_STATE' } })
  const [first, second] = await Promise.all([shown.act(refused, 'row1'), shown.act(refused, 'row2')])
  expect([first, second]).toEqual([undefined, undefined])
  expect(shown.data).toMatchObject({ refusedId: 'row1', refusal: { sentence: '这张假条已经处理过了。' } })
  expect(shown.data.frame.busy).toBe(false)
})

test('given words in a panel that are not taken, then the panel stays with the reason; anything else closes it', async () => {
  const shown = show()
  shown.openPanel('row1')
  expect(shown.data.frame.style).toContain('overflow:hidden')
  await shown.act(() => Promise.resolve({ ok: false, error: { code: 'INPUT_INVALID', field: 'words' } }))
  expect(shown.data).toMatchObject({ panel: 'row1', refusal: null, panelRefusal: { sentence: '说明要有看得见的字。' } })
  expect(await shown.act(() => Promise.resolve({ ok: true, data: { done: 1 } }))).toEqual({ done: 1 })
  expect(shown.data).toMatchObject({ panel: '' })
  expect(shown.data.frame.style).not.toContain('overflow:hidden')
})

test('given a refusal, when its way out is taken, then it is gone and the page is as it is now', async () => {
  answers(session('s1'), page(['a']))
  const shown = show()
  await shown.onLoad({ schoolId: 's1' })
  await shown.act(() => Promise.resolve({ ok: false, error: { code: 'LEAVE_STATE' } }))
  shown.onWay({ detail: { code: 'acknowledge' } })
  await settle()
  expect(shown.data['refusal']).toBeNull()
  expect(asked().filter(([action]) => action === 'override.list')).toHaveLength(2)
})

describe('M14 given that the cloud says somebody is not what the phone took them for', () => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  const asActing = { actsAs: undefined, ask: () => ({ schoolId: acting() }) }
  const acting = () => services.currentIdentity()?.key

  test('then the session is read once more, and the page asks as what they are now', async () => {
    answers(session('s1'), forbidden, session('s2'), page(['a']))
    const shown = show(asActing)
    await shown.onLoad({})
    expect(asked()).toEqual([
      ['session.read', {}],
      ['override.list', { schoolId: 's1' }],
      ['session.read', {}],
      ['override.list', { schoolId: 's2' }],
    ])
    expect(shown.data).toMatchObject({ ids: ['a'], frame: { view: 'ready' } })
  })

  test('then a page that would ask the same again does not ask', async () => {
    answers(session('s1'), forbidden, session('s1'))
    const shown = show()
    await shown.onLoad({ schoolId: 's1' })
    expect(asked().map(([action]) => action)).toEqual(['session.read', 'override.list', 'session.read'])
    expect(shown.data.frame.view).toBe('forbidden')
  })

  test('then an act that is refused lets the session be read as well', async () => {
    answers(session('s1'), page(['a']), session('s2'))
    const shown = show()
    await shown.onLoad({ schoolId: 's1' })
    await shown.act(() => Promise.resolve(forbidden))
    await settle()
    expect(acting()).toBe('s2')
  })
})
