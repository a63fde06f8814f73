// Decides that the unmodified miniprogram-automator finds DevTools' protocol on the phone, method by method.
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { existsSync, rmSync } from 'node:fs'
import { control, eventually, startFixture, type Client } from './fixture-phones'

type Fixture = Awaited<ReturnType<typeof startFixture>>
type Page = NonNullable<Awaited<ReturnType<Client['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

let fixture: Fixture
let client: Client

const currentPage = async (): Promise<Page> => {
  const page = await client.currentPage()
  if (!page) throw new Error('no page')
  return page
}
const find = async (selector: string, scope?: Page | Element): Promise<Element> => {
  const found = await (scope ?? (await currentPage())).$(selector)
  if (!found) throw new Error(`${selector} not found`)
  return found
}
const open = async (method: string, url: string): Promise<Page> => {
  await client.callWxMethod(method, { url })
  return currentPage()
}
const trail = () =>
  client.evaluate(() => (getApp() as unknown as { trail: string[] }).trail.splice(0)) as Promise<string[]>
declare function getApp(): object
declare const wx: Record<string, (options: object) => unknown>

beforeAll(async () => {
  fixture = await startFixture()
  client = fixture.clients[0] as Client
})
afterAll(() => fixture.stop())
beforeEach(async () => {
  await client.callWxMethod('reLaunch', { url: '/pages/start/start' })
})

describe('the app', () => {
  it('connects after the version check and tells the system', async () => {
    expect(await client.systemInfo()).toMatchObject({
      windowWidth: 375,
      screenHeight: 812,
      platform: 'devtools',
      theme: 'light',
    })
  })

  it('keeps a page stack and runs the life cycles in WeChat’s order', async () => {
    await trail()
    const deep = await open('navigateTo', '/packages/extra/pages/deep/deep?x=1')
    expect(deep).toMatchObject({ path: 'packages/extra/pages/deep/deep', query: { x: '1' } })
    expect((await client.pageStack()).map((page) => page.path)).toEqual([
      'pages/start/start',
      'packages/extra/pages/deep/deep',
    ])
    await client.callWxMethod('navigateBack', {})
    await open('switchTab', '/pages/second/second')
    await open('switchTab', '/pages/start/start')
    expect(await trail()).toEqual(['page hide', 'deep unload', 'page show', 'page hide', 'page show'])
  })

  it('opens the first page with its query, then onLoad, onShow, ready, onReady', async () => {
    await trail()
    await open('reLaunch', '/pages/start/start?from=%E9%97%A8')
    await eventually(trail, (entries) => {
      if (entries.length > 0)
        expect(entries).toEqual(['load {"from":"%E9%97%A8"}', 'page show', 'card ready', 'page ready'])
      return entries.length > 0
    })
  })

  it.each([
    ['navigateTo', '/pages/second/second', 'can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/second/second', 'can not redirectTo a tabbar page'],
    ['switchTab', '/pages/controls/controls', 'can not switch to no-tabBar page'],
    ['navigateTo', '/pages/none/none', 'page "pages/none/none" is not found'],
  ])('refuses %s to %s as WeChat does', async (method, url, reason) => {
    await expect(client.callWxMethod(method, { url })).rejects.toThrow(`${method}:fail ${reason}`)
  })

  it('refuses an eleventh page', async () => {
    for (let page = 2; page <= 10; page += 1) await open('navigateTo', '/pages/controls/controls')
    await expect(client.callWxMethod('navigateTo', { url: '/pages/controls/controls' })).rejects.toThrow(
      'page limit exceeded: 10',
    )
  })

  it('evaluates functions in the app, with arguments', async () => {
    expect(await client.evaluate((a: number, b: number) => a + b, 2, 3)).toBe(5)
    expect(await client.evaluate(() => Object.keys(getApp())).then((keys: string[]) => keys.includes('trail'))).toBe(
      true,
    )
  })

  it('mocks wx methods by value and by function, and restores them', async () => {
    await client.mockWxMethod('showModal', { confirm: true })
    expect(await client.evaluate(() => wx['showModal']?.({}))).toMatchObject({ confirm: true, errMsg: 'showModal:ok' })
    await client.mockWxMethod(
      'getStorageSync',
      function (key: string, suffix: string) {
        return key + suffix
      },
      '-mock',
    )
    expect(await client.callWxMethod('getStorageSync', 'k')).toBe('k-mock')
    await client.restoreWxMethod('getStorageSync')
    await client.restoreWxMethod('showModal')
    expect(await client.callWxMethod('getStorageSync', 'k')).toBe('')
  })

  it('sends console lines, exceptions and bound calls', async () => {
    const lines: unknown[] = []
    const faults: string[] = []
    const calls: unknown[] = []
    client.on('console', ({ args }: { args: unknown[] }) => lines.push(...args))
    client.on('exception', ({ exception }: { exception: { message: string } }) => faults.push(exception.message))
    await client.exposeFunction('report', (value: unknown) => calls.push(value))
    await client.evaluate(() => {
      console.log('seen')
      ;(globalThis as unknown as { report(value: string): void }).report('bound')
      setTimeout(() => {
        throw new Error('boom')
      })
    })
    await eventually(
      async () => faults.length,
      (count) => count > 0,
    )
    expect(lines).toContain('seen')
    expect(calls).toEqual(['bound'])
    expect(faults).toEqual(['boom'])
  })

  it('scrolls a page and reads its window', async () => {
    const page = await currentPage()
    await client.callWxMethod('pageScrollTo', { scrollTop: 120, duration: 0 })
    expect(await page.scrollTop()).toBe(120)
    expect((await page.size()).height).toBeGreaterThan(1000)
  })

  it('takes a picture twice as large as the screen', async () => {
    const path = join(tmpdir(), `phone-${process.pid}.png`)
    await client.screenshot({ path })
    expect(existsSync(path)).toBe(true)
    rmSync(path)
    const png = await fixture.phones.screenshot('p0')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([750, 1624])
  })

  it('presses the buttons of WeChat’s own panels', async () => {
    await client.evaluate(() => {
      const keep = getApp() as { answer?: unknown }
      wx['showModal']?.({ title: '问', success: (result: unknown) => (keep.answer = result) })
    })
    await client.native().confirmModal()
    const answer = () => client.evaluate(() => (getApp() as { answer?: unknown }).answer)
    expect(await eventually(answer, (value) => value !== undefined)).toMatchObject({ confirm: true, cancel: false })
    await client.native().switchTab({ url: '/pages/second/second' })
    expect((await currentPage()).path).toBe('pages/second/second')
    await client.native().goHome()
    expect((await currentPage()).path).toBe('pages/start/start')
    await expect(client.native().confirmModal()).rejects.toThrow('no panel is open')
  })

  it('refuses what it does not know by its name', async () => {
    await expect(client.testAccounts()).rejects.toThrow('Tool.getTestAccounts is not supported')
    await expect(client.callWxMethod('getLocation', {})).rejects.toThrow(
      'getLocation:fail not supported by the local phone',
    )
  })
})

describe('a page', () => {
  it('gives and takes data, calls methods', async () => {
    const page = await currentPage()
    expect(await page.data('list[0]')).toBe('甲')
    await page.setData({ 'list[0]': '丙' })
    expect(await page.data()).toMatchObject({ list: ['丙', '乙'] })
    expect(await page.callMethod('setAndRead')).toBe('now')
    expect(await (await find('#title')).text()).toBe('n0w list of 2')
  })

  it.each([
    '#title',
    '.title',
    'view.title',
    'page-meta + view, .title',
    '.outer > .inner',
    '.outer .inner',
    '[data-item-id="7"]',
    'card',
    '.entry:nth-child(99), .entry',
  ])('finds %s', async (selector) => {
    if (selector.includes('+')) return expect((await currentPage()).$$(selector)).rejects.toThrow('not supported')
    expect(await (await currentPage()).$$(selector)).not.toHaveLength(0)
  })

  it('answers null for what is not there', async () => {
    expect(await (await currentPage()).$('.nowhere')).toBeNull()
    expect(await (await currentPage()).$$('.nowhere')).toEqual([])
  })

  it('finds by XPath', async () => {
    const page = await currentPage()
    expect((await page.xpath('//view[@class="inner"]'))?.tagName).toBe('view')
    expect(await page.getElementsByXpath('//view[contains(text(), ":")]')).toHaveLength(2)
  })
})

describe('an element', () => {
  it('tells its text, tag, size, place, style, attributes, properties and WXML', async () => {
    const half = await find('.half')
    expect(await half.size()).toEqual({ width: 188, height: 10 })
    expect((await half.offset()).left).toBe(0)
    const title = await find('.title')
    expect(title.tagName).toBe('view')
    expect(await title.style('font-weight')).toBe('700')
    expect(await title.attribute('class')).toBe('title')
    expect(await (await find('.inner')).attribute('data-item-id')).toBe('7')
    expect(await title.property('hidden')).toBe(false)
    expect(await title.wxml()).toBe('hell0 list of 2')
    expect(await title.outerWxml()).toContain('<view')
  })

  it('is a custom element when it is a component, with its own template, data and methods', async () => {
    const card = (await find('#card')) as Element & {
      data(path?: string): Promise<unknown>
      setData(data: object): Promise<void>
      callMethod(name: string, ...args: unknown[]): Promise<unknown>
    }
    expect(card.constructor.name).toBe('CustomElement')
    await (await find('.head', card)).tap()
    expect(await card.data('taps')).toBe(1)
    await card.setData({ taps: 5 })
    expect(await card.data()).toMatchObject({ taps: 5, sum: 7, shows: 1 })
    expect(await card.callMethod('double', 4)).toBe(8)
    expect(await (await find('.slotted', card)).text()).toBe('头')
    expect(await card.$$('cell')).toHaveLength(2)
    expect(await (await find('.body', card)).style('color')).toBe('rgb(4, 5, 6)')
    expect(await (await find('.card', card)).style('color')).not.toBe('rgb(1, 2, 3)')
    expect(await (await currentPage()).data('taps')).toBe(1)
  })

  it('taps with capture, bubbling, catch, dataset and mark', async () => {
    const page = await currentPage()
    await (await find('.inner')).tap()
    expect(await page.data('log')).toBe('ci7{"kind":3,"place":"outer"}o{"itemId":"7"}')
    await page.setData({ log: '' })
    await (await find('.caught')).tap()
    expect(await page.data('log')).toBe('i8{"place":"outer"}')
  })

  it('long-presses instead of tapping', async () => {
    const page = await currentPage()
    const press = await find('.press')
    await press.tap()
    await press.longpress()
    expect(await page.data('log')).toBe('tL')
  })

  it('touches with fingers: a moved one does not tap', async () => {
    const page = await currentPage()
    const touch = await find('.touch')
    await touch.touchstart({
      touches: [{ identifier: 1, pageX: 50, pageY: 50 }],
      changeTouches: [{ identifier: 1, pageX: 50, pageY: 50 }],
    })
    await touch.touchmove({
      touches: [{ identifier: 1, pageX: 90, pageY: 50 }],
      changeTouches: [{ identifier: 1, pageX: 90, pageY: 50 }],
    })
    await touch.touchend({ touches: [], changeTouches: [{ identifier: 1, pageX: 90, pageY: 50 }] })
    expect(await page.data('log')).toBe('touchstart:1/1 touchmove:1/1 touchend:0/1 ')
  })

  it('triggers component events and dispatches DOM events', async () => {
    const page = await currentPage()
    await (await find('#card')).trigger('count', { taps: 9 })
    expect(await page.data('taps')).toBe(9)
    await (await find('.press')).dispatchEvent({ eventName: 'tap' })
    expect(await page.data('log')).toBe('t')
  })

  it('hides what is hidden', async () => {
    const quiet = await find('.quiet')
    expect(await quiet.style('display')).toBe('none')
    await (await currentPage()).setData({ hidden: false })
    expect(await quiet.style('display')).toBe('block')
  })
})

describe('what an app may rely on', () => {
  it('hides the browser from app code', async () => {
    expect(await (await currentPage()).callMethod('visibleGlobals')).toEqual({
      window: 'undefined',
      document: 'undefined',
      fetch: 'undefined',
      localStorage: 'undefined',
    })
  })

  it('given every way out, when app code looks for the browser, then it finds none', async () => {
    const none = 'kind.constructor(...) is not a function'
    expect(await (await currentPage()).callMethod('waysOut')).toEqual({
      names: Array.from({ length: 6 }, () => 'undefined'),
      eval: 'undefined',
      thisOfAFunction: 'undefined',
      throughGlobalThis: ['undefined', 'undefined', 'undefined'],
      throughReturnThis: true,
      throughConstructor: none,
      throughAsyncConstructor: none,
      throughGeneratorConstructor: none,
      throughArray: none,
      language: [true, 'function', 'function', 'function'],
    })
    expect(await (await currentPage()).callMethod('runText')).toContain('a timer takes a function')
  })

  it('given a tab page, when navigateTo or redirectTo is asked for it, then WeChat’s words refuse; no other page is a tab', async () => {
    const refusal = async (method: string, url: string) =>
      client.callWxMethod(method, { url }).then(
        () => 'went',
        (error: Error) => error.message,
      )
    expect(await refusal('navigateTo', '/pages/second/second')).toContain(
      'navigateTo:fail can not navigateTo a tabbar page',
    )
    expect(await refusal('redirectTo', '/pages/second/second')).toContain(
      'redirectTo:fail can not redirectTo a tabbar page',
    )
    expect(await refusal('switchTab', '/pages/controls/controls')).toContain(
      'switchTab:fail can not switch to no-tabBar page',
    )
  })

  it('given setData, when the view is asked, then it knows what was said before, and answers later', async () => {
    expect(await (await currentPage()).callMethod('askTheView')).toEqual([
      'data 80',
      'promise',
      'asked before 40',
      'the view paints 80',
      'call-back 80',
      'asked after 80',
      'next tick',
      'asked in the call-back 80',
    ])
  })

  it('measures nodes and watches them', async () => {
    const page = await currentPage()
    const [half, entries, viewport] = (await page.callMethod('measure')) as [object, object[], object]
    expect(half).toMatchObject({ left: 0, width: 187.5, height: 10 })
    expect(entries[1]).toMatchObject({ dataset: { index: 1 }, color: 'rgb(0, 0, 0)' })
    expect(viewport).toMatchObject({ scrollTop: 0 })
    expect(await page.callMethod('watchTall')).toMatchObject({ intersectionRatio: 1 })
  })

  it('pulls down, reaches the bottom, applies page-meta', async () => {
    const page = await currentPage()
    await client.callWxMethod('startPullDownRefresh', {})
    expect(await page.data('pulled')).toBe(1)
    await client.callWxMethod('pageScrollTo', { scrollTop: 5000, duration: 0 })
    expect(
      await eventually(
        () => page.data('bottom') as Promise<number>,
        (count) => count > 0,
      ),
    ).toBe(1)
    expect(await (await find('.title')).style('--fs')).toBe('1.5')
  })

  it('follows the theme in media queries, window settings and events', async () => {
    const title = await find('.title')
    expect(await title.style('color')).toBe('rgb(31, 111, 92)')
    await fixture.phones.setTheme('p0', 'dark')
    expect(await title.style('color')).toBe('rgb(111, 205, 181)')
    expect(await client.evaluate(() => (getApp() as { themes: string[] }).themes)).toEqual(['dark'])
    await control(fixture.phones, 'phone.setTheme', { phone: 'p0', theme: 'light' })
    expect(await title.style('color')).toBe('rgb(31, 111, 92)')
  })

  it('talks between pages through the event channel', async () => {
    await client.evaluate(() => {
      wx['navigateTo']?.({
        url: '/packages/extra/pages/deep/deep',
        events: { arrived: (word: string) => ((getApp() as { arrived?: string }).arrived = word) },
        success: ({ eventChannel }: { eventChannel: { emit(name: string, word: string): void } }) =>
          eventChannel.emit('greet', '你好'),
      })
    })
    const word = await eventually(
      async () => (await currentPage()).data('word'),
      (value) => value === '你好',
    )
    expect(word).toBe('你好')
  })
})
