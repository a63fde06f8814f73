// Decides that WeChat's own components behave on the phone as their pages say.
import { eventually, startFixture, type Client } from './fixture-phones'

type Page = NonNullable<Awaited<ReturnType<Client['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>> & {
  input(value: string): Promise<void>
  slideTo(value: number): Promise<void>
  swipeTo(index: number): Promise<void>
  moveTo(x: number, y: number): Promise<void>
  scrollTo(x: number, y: number): Promise<void>
  scrollHeight(): Promise<number>
}

let fixture: Awaited<ReturnType<typeof startFixture>>
let client: Client
let page: Page

const find = async (selector: string): Promise<Element> => {
  const found = await page.$(selector)
  if (!found) throw new Error(`${selector} not found`)
  return found as Element
}
const take = (type: string) => page.callMethod('take', type) as Promise<Record<string, unknown>[]>
const taken = (type: string) =>
  eventually(
    () => take(type),
    (events) => events.length > 0,
  )

beforeAll(async () => {
  fixture = await startFixture()
  client = fixture.clients[0] as Client
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await client.callWxMethod('reLaunch', { url: '/pages/controls/controls' })
  page = (await client.currentPage()) as Page
})

it('types into input and textarea: events, limit and two-way binding', async () => {
  await (await find('.name')).input('王小明王小明王')
  expect(await page.data('name')).toBe('王小明王小明')
  expect(await take('input')).toMatchObject([{ value: '王小明王小明', cursor: 6 }])
  expect(await take('focus')).toMatchObject([{ value: '小明' }])
  await (await find('.note')).input('一\n二\n三')
  expect(await (await find('.note')).value()).toBe('一\n二\n三')
  expect(await take('blur')).toHaveLength(1)
})

it('collects every control’s value in a form, and resets them', async () => {
  await (await find('.agree')).tap()
  await (await find('.pear')).tap()
  await (await find('.large')).tap()
  await (await find('.amount')).slideTo(60)
  await (await find('.submit')).tap()
  expect(await page.data('submitted')).toEqual({
    name: '小明',
    note: '',
    agree: false,
    fruit: ['apple', 'pear'],
    size: 'large',
    amount: 60,
    day: '2026-09-01',
    city: 1,
  })
  expect(await take('change')).toEqual([
    { value: false },
    { value: ['apple', 'pear'] },
    { value: 'large' },
    { value: 60 },
  ])
  await (await find('.reset')).tap()
  expect(await take('reset')).toHaveLength(1)
  expect(await (await find('.agree')).property('checked')).toBe(false)
})

it('gives a label’s tap to its control', async () => {
  await (await find('.apple')).tap()
  expect(await take('change')).toEqual([{ value: [] }])
})

it('opens a picker, answers with its value or with cancel', async () => {
  await (await find('.city')).tap()
  await client.native().cancelModal()
  expect(await taken('cancel')).toHaveLength(1)
  await (await find('.city')).tap()
  await client.native().confirmModal()
  expect(await taken('change')).toEqual([{ value: '1' }])
  await (await find('.day')).tap()
  await client.native().confirmModal()
  expect(await taken('change')).toEqual([{ value: '2026-09-01' }])
})

it('keeps a disabled button deaf and answers open types', async () => {
  await (await find('.deaf')).tap()
  expect(await take('tap')).toEqual([])
  await (await find('.privacy')).tap()
  expect(await take('agreeprivacyauthorization')).toHaveLength(1)
  await (await find('.phone')).tap()
  expect(await take('getphonenumber')).toMatchObject([{ errMsg: 'getPhoneNumber:ok' }])
  await (await find('.avatar')).tap()
  expect(await taken('chooseavatar')).toMatchObject([{ avatarUrl: expect.stringMatching(/^wxfile:/) }])
})

it('scrolls a scroll-view, tells its end and comes to a child', async () => {
  const scroller = await find('.scroller')
  expect(await scroller.scrollHeight()).toBe(600)
  await scroller.scrollTo(0, 480)
  expect(await taken('scroll')).toMatchObject([{ scrollTop: 480, scrollHeight: 600 }])
  expect(await taken('lower')).toHaveLength(1)
  await page.setData({ into: 'target' })
  expect(
    await eventually(
      () => scroller.property('scrollTop') as Promise<number>,
      (top) => top === 300,
    ),
  ).toBe(300)
})

it('swipes slides, turns wheels, moves movable views', async () => {
  await (await find('.slides')).swipeTo(2)
  expect(await take('change')).toMatchObject([{ current: 2, source: 'touch' }])
  await (await find('.mover')).moveTo(7, 9)
  expect(await take('change')).toMatchObject([{ x: 7, y: 9 }])
  expect(await (await find('.mover')).property('x')).toBe(7)
})

it('draws on a canvas and saves it as a file', async () => {
  expect(await page.callMethod('draw')).toMatchObject({
    width: 100,
    height: 50,
    tempFilePath: expect.stringMatching(/\.png$/),
    png: 'iVBORw0K',
  })
})

it('draws rich text without scripts, progress, pictures, portals and containers', async () => {
  expect(await (await find('.rich')).wxml()).toBe('<p class="p">文<b>粗</b></p>')
  expect(await (await find('.bar')).text()).toContain('40%')
  expect(await taken('load')).toMatchObject([{ width: 1, height: 1 }])
  expect(await (await find('.lifted')).text()).toBe('浮')
  expect((await (await find('.contained')).size()).height).toBe(0)
  await page.setData({ shown: true })
  expect(await take('enter')).toHaveLength(1)
  expect((await (await find('.contained')).size()).height).toBeGreaterThan(0)
})

it('lets WXS answer events and changes, and plays animations', async () => {
  const dragged = await find('.dragged')
  const width = async () => Number((await dragged.size()).width)
  expect(await eventually(width, (value) => value === 50)).toBe(50)
  const told = fixture.phones.messages('p0').filter(({ text }) => text.startsWith('unknown attribute'))
  expect(told).toEqual([])
  await page.setData({ size: 80 })
  expect(await eventually(width, (value) => value === 80)).toBe(80)
  await dragged.touchstart()
  await dragged.touchmove()
  await dragged.touchmove()
  expect(await take('dragged')).toEqual([
    { count: 1, kind: 'Array' },
    { count: 2, kind: 'Array' },
  ])
  expect(await dragged.attribute('class')).toContain('moved')
  await page.callMethod('animate')
  const opacity = async () => (await find('.animated')).style('opacity')
  expect(await eventually(opacity, (value) => value === '0.5')).toBe('0.5')
})

it('draws an unknown component as a labelled box and tells it once', async () => {
  await page.setData({ odd: true })
  await page.setData({ odd: false })
  await page.setData({ odd: true })
  expect(await (await find('.odd')).attribute('data-unknown-component')).toBe('strange-thing')
  const told = fixture.phones.messages('p0').filter(({ text }) => text === 'unknown component <strange-thing>')
  expect(told).toHaveLength(1)
  expect(fixture.phones.problems).toContainEqual({
    file: 'pages/controls/controls.wxml',
    line: expect.any(Number),
    column: expect.any(Number),
    message: 'unknown component <strange-thing>',
  })
})
