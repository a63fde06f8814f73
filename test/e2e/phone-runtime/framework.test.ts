// Decides that what the documents say of components, events, animations and modules holds on the phone.
import { eventually, startFixture, type Client } from './fixture-phones'

type Page = NonNullable<Awaited<ReturnType<Client['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

let fixture: Awaited<ReturnType<typeof startFixture>>
let client: Client
let page: Page

const find = async (selector: string): Promise<Element> => {
  const found = await page.$(selector)
  if (!found) throw new Error(`${selector} not found`)
  return found
}
const open = async (path: string) => {
  await client.callWxMethod('reLaunch', { url: path })
  page = (await client.currentPage()) as Page
}
const take = (type: string) => page.callMethod('take', type) as Promise<{ detail: Record<string, unknown> }[]>
const taken = (type: string) =>
  eventually(
    () => take(type),
    (events) => events.length > 0,
  )
const finger = (pageX: number, pageY: number) => [{ identifier: 1, pageX, pageY }]

beforeAll(async () => {
  fixture = await startFixture()
  client = fixture.clients[0] as Client
})
afterAll(() => fixture.stop())

describe('given components of the mini program', () => {
  beforeEach(() => open('/pages/framework/framework'))

  it('joins behaviors, observers, relations, pure data and export', async () => {
    expect(await page.callMethod('describe')).toEqual({
      list: ['a', 'b'],
      first: { total: 10, order: ['behavior', 'component'], parentId: 'list', renderer: 'webview' },
      second: { total: 11, order: ['behavior', 'component'], parentId: 'list', renderer: 'webview' },
    })
    const drawn = await (await find('#b')).$('.chosen')
    expect(await drawn?.text()).toBe('11behavior')
  })

  it('draws external classes, generics, virtual hosts, templates and includes', async () => {
    const tinted = await (await find('#a')).$('.chosen')
    expect(await tinted?.style('color')).toBe('rgb(1, 2, 3)')
    expect(await (await (await find('#list')).$('.generic'))?.text()).toBe('0behavior')
    expect(await (await find('.pair')).text()).toBe('1-2')
    expect(await (await find('.footer')).text()).toBe('脚')
    expect(await (await find('.shown')).text()).toBe('有')
    expect(await (await find('.hidden')).style('display')).toBe('none')
  })

  it('hands a component’s event over as plain data', async () => {
    await (await (await find('#b')).$('.chosen'))?.tap()
    expect(await page.callMethod('take')).toEqual([
      {
        type: 'chosen',
        timeStamp: expect.any(Number),
        target: { id: 'b', dataset: {}, offsetLeft: expect.any(Number), offsetTop: expect.any(Number) },
        currentTarget: { id: 'b', dataset: {}, offsetLeft: expect.any(Number), offsetTop: expect.any(Number) },
        mark: {},
        detail: { total: 11 },
      },
    ])
  })

  it('takes no harm from what comes and goes in one task', async () => {
    await page.callMethod('flash')
    await fixture.phones.settle('p0')
    expect(await page.$('button')).toBeNull()
    expect(fixture.phones.messages('p0').filter(({ text }) => text.includes('TypeError'))).toEqual([])
  })

  it('tells an intersection observer at once what is seen', async () => {
    expect(await page.callMethod('observe')).toEqual({ intersectionRatio: 1, dataset: {} })
  })

  it('requires modules at once, later, and with call-backs', async () => {
    expect(await page.callMethod('requireLater')).toEqual({ later: 'later', called: 'later', shout: 'a!' })
  })

  it('reports an attribute no document knows once, by name, and the old canvas as a box', async () => {
    const told = fixture.phones.messages('p0').map(({ text }) => text)
    expect(told.filter((text) => text === 'unknown attribute "madeup" of <view>')).toHaveLength(1)
    expect(told.filter((text) => text === 'unknown attribute "hover-klass" of <view>')).toHaveLength(1)
    expect(told.filter((text) => text === '<canvas> without type="2d" is not supported by this phone')).toHaveLength(1)
    expect(await (await find('.old')).attribute('data-unknown-component')).toBe('canvas')
  })

  it('fails with the name of an API that is not there, and says so before', async () => {
    await expect(page.callMethod('call', 'getLocation')).rejects.toThrow('getLocation:fail not supported')
    const can = (schema: string) => page.callMethod('can', schema)
    expect(await can('getLocation')).toBe(false)
    expect(await can('login')).toBe(true)
    expect(await can('video')).toBe(false)
    expect(await can('view.hover-class')).toBe(true)
    expect(await can('view.madeup')).toBe(false)
    expect(await can('button.open-type.share')).toBe(true)
    expect(await can('button.open-type.launchApp')).toBe(false)
  })
})

describe('given fingers', () => {
  beforeEach(() => open('/pages/touch/touch'))

  it('tells a tap with its place, marks, dataset and the finger that made it', async () => {
    await (await find('.inner')).tap()
    const point = { identifier: 0, force: 1, clientX: 187.5, pageX: 187.5 }
    expect(await take('tap')).toMatchObject([
      {
        target: { id: 'inner', offsetLeft: 10, offsetTop: 10, dataset: { twoWords: 'inner' } },
        currentTarget: { id: 'outer', offsetLeft: 0, offsetTop: 0, dataset: { place: 'outer' } },
        mark: { outer: '1', inner: '2' },
        detail: { x: 187.5 },
        touches: [point],
        changedTouches: [point],
      },
    ])
    expect(await take('touchstart')).toMatchObject([{ touches: [point], changedTouches: [point] }])
    expect(await take('touchend')).toMatchObject([{ touches: [], changedTouches: [point] }])
  })

  const drag = async (element: Element, x: number, y: number) => {
    const { left, top } = (await element.offset()) as { left: number; top: number }
    const [from, to] = [finger(left + 5, top + 5), finger(left + 5 + x, top + 5 + y)]
    await element.touchstart({ touches: from, changeTouches: from })
    await element.touchmove({ touches: to, changeTouches: to })
    await element.touchend({ touches: [], changeTouches: to })
  }

  it('drags a movable view, but not out of its area', async () => {
    const free = await find('.free')
    await drag(free, 40, 20)
    expect(await take('change')).toMatchObject([{ detail: { x: 50, y: 30, source: 'touch' } }])
    expect(await take('htouchmove')).toHaveLength(1)
    await drag(free, 500, 500)
    expect(await take('change')).toMatchObject([{ detail: { x: 150, y: 150, source: 'touch' } }])
    await drag(await find('.across'), 30, 30)
    expect(await take('change')).toMatchObject([{ detail: { x: 30, y: 0, source: 'touch' } }])
  })

  it('picks a region, a city or all of it, and several columns', async () => {
    const confirm = async (selector: string) => {
      await (await find(selector)).tap()
      await client.native().confirmModal()
      return (await taken('change')).map(({ detail }) => detail)
    }
    expect(await confirm('.region')).toEqual([
      { value: ['广东省', '广州市', '海珠区'], code: ['440000', '440100', '440105'], postcode: '' },
    ])
    expect(await confirm('.city')).toEqual([{ value: ['全部', '全部'], code: [], postcode: '' }])
    expect(await confirm('.pair')).toEqual([{ value: [0, 1] }])
  })

  it('plays keyframes, keeps the last, and clears all or some of it', async () => {
    const style = async (name: string) => (await find('.moving')).style(name)
    expect(await page.callMethod('move')).toBe('done')
    expect(await style('opacity')).toBe('0.5')
    expect(await style('transform')).toBe('matrix(1, 0, 0, 1, 20, 10)')
    expect(await style('width')).toBe('40px')
    await page.callMethod('clear', { opacity: true })
    expect(await style('opacity')).toBe('1')
    expect(await style('width')).toBe('40px')
    await page.callMethod('clear')
    expect(await style('transform')).toBe('none')
  })
})
