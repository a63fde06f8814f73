// Decides that other people's mini programs find here what WeChat forgives, and the failures they know from WeChat.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import { formatProblem } from '../../../local/phone/compile/problems'
import { readApiNames } from '../../../local/phone/server/api-names'
import { startPhones, type Phones } from '../../../local/phone/start-phones'
import { eventually, type Client } from './fixture-phones'

type Page = NonNullable<Awaited<ReturnType<Client['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

let phones: Phones
let client: Client
let page: Page
let server: Server
let address: string

/** A server of this machine that an app may ask. */
function startServer(): Promise<Server> {
  const made = createServer((request, response) => {
    if (request.url === '/away') return void response.writeHead(302, { location: 'https://example.com/' }).end()
    let body = ''
    request.on('data', (data) => (body += String(data)))
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-mark': 'mark', 'set-cookie': 'a=1' })
      const { method, url, headers } = request
      const type = headers['content-type']?.split(';')[0]
      response.end(JSON.stringify({ method, url, type, token: headers['x-token'], body }))
    })
  })
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)))
}

const open = async (path: string) => {
  await client.callWxMethod('reLaunch', { url: `/pages/${path}/${path}` })
  page = (await client.currentPage()) as Page
}
const call = (name: string, ...args: unknown[]) => page.callMethod(name, ...args) as Promise<unknown>
const text = async (selector: string) => (await page.$(selector))?.text()
const told = () => phones.messages('p').map((message) => message.text)
/** Waits for a line of the console. */
const hear = (line: string | RegExp) =>
  eventually(
    () => Promise.resolve(told().filter((one) => (typeof line === 'string' ? one === line : line.test(one)))),
    (lines) => lines.length > 0,
  )
/** What the app did not catch. */
const exceptions: unknown[] = []

beforeAll(async () => {
  server = await startServer()
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  phones = await startPhones({
    folder: join(__dirname, 'strangers'),
    phones: [{ id: 'p', openid: 'o-p' }],
    headless: true,
    requests: {
      hosts: [address],
      answers: {
        'GET https://example.com/list*': { status: 201, header: { 'x-mark': 'made' }, data: [{ id: 1 }] },
        'https://example.com/down': { fail: 'timeout' },
        'POST https://example.com/text': { data: 'plain words' },
      },
    },
  })
  client = await automator.connect({ wsEndpoint: phones.automator['p'] ?? '' })
  client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  client.disconnect()
  await phones.close()
  server.close()
})

describe('style isolation in the script', () => {
  beforeEach(() => open('styles'))

  const GLOBAL = 'rgb(1, 2, 3)'
  const NONE = 'rgb(0, 0, 0)'
  it.each([
    ['addGlobalClass', 'global', GLOBAL, '700'],
    ['apply-shared', 'apply', GLOBAL, '700'],
    ['shared', 'shared', GLOBAL, '700'],
    ['isolated, which goes before addGlobalClass', 'isolated', NONE, '400'],
    ['nothing', 'plain', NONE, '400'],
    ['addGlobalClass, and isolated in the JSON', 'json', NONE, '400'],
  ])('given %s, then app and page reach in accordingly', async (_, id, color, weight) => {
    const inner = await (await page.$(`#${id}`))?.$('.t')
    expect(await inner?.style('color')).toBe(color)
    if (id !== 'global') expect(await inner?.style('font-weight')).toBe(weight)
    if (id !== 'global') expect(await inner?.style('background-color')).toBe('rgb(4, 5, 6)')
  })

  it('given shared, then the component’s own sheet reaches the page, given apply-shared it does not', async () => {
    expect(await (await page.$('#shared-leak'))?.style('background-color')).toBe('rgb(7, 8, 9)')
    expect(await (await page.$('#apply-leak'))?.style('background-color')).toBe('rgba(0, 0, 0, 0)')
  })
})

describe('setData', () => {
  beforeEach(() => open('data'))

  it('copies, keeps functions and leaves them out of the view', async () => {
    expect(await call('copy')).toEqual({ x: 1, list: [1], isFunction: true })
    expect(await text('.view')).toBe('1|first||')
    expect(await call('pass')).toBe(42)
    expect(await text('.view')).toBe('1|first||')
  })

  it('given undefined, the view stays, a component is told, and later values are drawn', async () => {
    expect(await call('forget')).toEqual({ has: true, value: true })
    expect(await text('.view')).toBe('0|first||')
    expect(await (await page.$('.held'))?.style('width')).toBe('20px')
    expect(await (await page.$('.gone'))?.style('display')).toBe('none')
    expect(await (await (await page.$('#child'))?.$('.word'))?.text()).toBe('|0')
    expect(await hear('setData of pages/data/data: Setting data field "u" to undefined is invalid.')).toHaveLength(1)
    await call('remember')
    expect(await text('.view')).toBe('0|second||')
    expect(await Promise.all((await page.$$('.shown')).map((one: Element) => one.text()))).toEqual(['again'])
  })

  it('given more than 1 MB, the data has it and the view does not', async () => {
    expect(await call('grow')).toBe(2_000_000)
    expect(await text('.large')).toBe('1')
    expect(await hear(/pages\/data\/data: 数据传输长度为 \d+ 已经超过最大长度 1048576/)).toHaveLength(1)
  })

  it('given a cycle it overflows as there, given no object it does nothing, and goes on', async () => {
    expect(await call('cycle')).toBe('RangeError')
    expect(await hear('setData of pages/data/data: "cycle.self" contains itself')).toHaveLength(1)
    await open('data')
    expect(await call('nothing')).toEqual(['o', 'u', 'large', 'shown', 'size', 'gone'])
    await call('remember')
    expect(await text('.view')).toBe('0|second||')
  })
})

describe('event channels', () => {
  const take = async (path: string) => {
    const pages = await client.pageStack()
    return pages.find((one) => one.path === `pages/${path}/${path}`)?.callMethod('take')
  }

  it('has two ends, keeps what nobody heard yet, and hears what is sent while the page loads', async () => {
    await open('opener')
    expect(await call('open', 'navigateTo')).toBe('open')
    page = (await client.currentPage()) as Page
    expect(await take('opener')).toEqual([['loading', 'while it loads']])
    expect(await call('listen')).toEqual([
      ['once', 1],
      ['first', 1, { two: 2 }],
      ['first', 'again'],
    ])
    expect(await take('opener')).toEqual([['later', 1, 2]])
    await client.evaluate(() => (getApp() as unknown as { channel: Channel }).channel.emit('kept', 3))
    expect(await call('take')).toEqual([
      ['first', 3],
      ['second', 3],
    ])
  })

  it('after the page is gone nothing is heard any more', async () => {
    await client.callWxMethod('navigateBack', {})
    expect(await take('opener')).toEqual([['gone']])
    await client.evaluate(() => (getApp() as unknown as { channel: Channel }).channel.emit('kept', 4))
    expect(await take('opener')).toEqual([])
  })

  it.each(['redirectTo', 'reLaunch'])('after %s there is none', async (how) => {
    await open('opener')
    expect(await call('open', how)).toBe('no channel')
    page = (await client.currentPage()) as Page
    expect(await call('listen')).toBe('empty')
  })
})

interface Channel {
  emit(name: string, ...args: unknown[]): void
}
declare function getApp(): object

describe('markup', () => {
  beforeEach(() => open('markup'))

  it('takes reserved words as names in WXS, and goes on without what throws', async () => {
    expect(await text('#names')).toBe('10,2,key')
    expect(await text('#throws')).toBe('[]')
    expect(await text('#calls')).toBe('[][c][]')
    expect(await hear('shared/throws.wxs:4: missing is not defined')).toHaveLength(1)
    expect(await hear(/^pages\/markup\/markup\.wxml:5: Cannot read/)).toHaveLength(1)
  })

  it('reads escapes and wx-if as wcc does', async () => {
    const quoted = await page.$('#quoted')
    const read = async (name: string) => quoted?.attribute(`data-${name}`)
    expect(await Promise.all(['x', 'y', 'n', 's', 'e'].map(read))).toEqual(['a"b', "c'd", '1\n2', 'x\\y/z', 'q"r"word'])
    expect(await text('#lines')).toBe('one\ntwo')
    expect(await page.$('#hidden')).toBeNull()
    expect(await Promise.all(['#first', '#second', '#third'].map(text))).toEqual([undefined, 'second', undefined])
    expect(await Promise.all((await page.$$('.item')).map((one: Element) => one.text()))).toEqual(['2'])
  })

  it('draws old canvases as boxes with contexts that do nothing, told once', async () => {
    expect(await call('legacy')).toEqual({ width: 0, style: 'blue' })
    expect(await call('webgl')).toEqual({ width: 60, drawn: true })
    expect(await call('webgl')).toEqual({ width: 60, drawn: true })
    expect(await (await page.$('#old'))?.attribute('data-unknown-component')).toBe('canvas')
    expect(await (await page.$('#gl'))?.attribute('data-unknown-component')).toBe('canvas webgl')
    for (const what of ['wx.createCanvasContext', 'the context "webgl" of <canvas>', '<canvas type="webgl">'])
      expect(await hear(`${what} is not supported by this phone`)).toHaveLength(1)
  })

  it('knows everybody as 微信用户', async () => {
    expect(await text('#who')).toBe('微信用户')
    await (await page.$('#info'))?.tap()
    expect(await call('read')).toMatchObject({
      userInfo: { nickName: '微信用户', gender: 0 },
      errMsg: 'getUserInfo:ok',
    })
    for (const name of ['getUserInfo', 'getUserProfile'])
      expect(await client.callWxMethod(name, { desc: 'x' })).toMatchObject({
        userInfo: { nickName: '微信用户', avatarUrl: expect.stringMatching(/^data:image/) },
        rawData: expect.stringContaining('微信用户'),
        errMsg: `${name}:ok`,
      })
    await (await page.$('#launch'))?.tap()
    expect(await hear('<button open-type="launchApp"> is not supported by this phone')).toHaveLength(1)
  })
})

describe('a fault', () => {
  it('in WXS is named with file and line, and its page is drawn without it', async () => {
    const problems = phones.problems.map(formatProblem)
    expect(problems).toContainEqual(expect.stringMatching(/^pages\/broken\/broken\.wxml:4:9: Unexpected ";"/))
    expect(problems).toContain('pages/broken/broken.wxml: WXS file "pages/broken/gone.wxs" is missing')
    await open('broken')
    expect(await text('#before')).toBe('before')
    expect(await text('#after')).toBe('[][]')
  })

  it('in a template without an end stops its page, and other pages run', async () => {
    await open('loop')
    expect(page.path).toBe('pages/loop/loop')
    expect(await hear('pages/loop/loop.wxml: Maximum call stack size exceeded')).toHaveLength(1)
    await open('data')
    expect(await text('.view')).toBe('0|first||')
  })
})

describe('what the phone lacks', () => {
  beforeEach(() => open('lenient'))

  it('takes odd definitions, plugins and databases as they are', async () => {
    expect(await (await (await page.$('#odd'))?.$('.odd'))?.text()).toBe('odd a 1 7 e')
    expect(await call('database')).toMatch(/get:fail not supported by the local phone$/)
    expect(await hear('plugin "their-plugin" is not supported by this phone')).toHaveLength(1)
    expect(await hear('behavior "wx://made-up" is not supported by this phone')).toHaveLength(1)
    expect(await hear(/Cannot find method "notThere"/)).not.toEqual([])
  })

  it.each(['nothing', 'null', 'object', 'page'])('asks the page when a query is in %s', async (given) => {
    expect(await call('query', given)).toBe(30)
  })

  it.each(['', '###', 'view:hover', '.a[', '#none'])('finds nothing by the selector "%s"', async (selector) => {
    expect(await call('select', selector)).toEqual([null, []])
  })

  it.each([
    'getLocation',
    'chooseLocation',
    'requestPayment',
    'startBluetoothDevicesDiscovery',
    'navigateToMiniProgram',
  ])('lets wx.%s fail by its name, once told', async (name) => {
    const message = { errMsg: `${name}:fail not supported by the local phone` }
    for (let times = 0; times < 2; times += 1)
      expect(await call('ask', name)).toEqual({
        heard: [['fail', message]],
        complete: message,
        given: 'undefined',
        called: name,
      })
    expect(await hear(`wx.${name} is not supported by this phone`)).toHaveLength(1)
  })

  it('gives managers, tasks and values in their shape', async () => {
    expect(await call('managers')).toEqual({ src: 'a.mp3', paused: false, level: 0, has: true, same: true })
  })

  it('throws nothing into the app, whichever documented name it calls', async () => {
    const known = await client.evaluate(
      (names: string[]) => names.filter((name) => !wx.canIUse(name)),
      Object.keys(readApiNames().all),
    )
    const lacking = (known as string[]).filter((name) => name !== 'env' && name !== 'router' && name !== 'worklet')
    expect(lacking.length).toBeGreaterThan(200)
    const before = exceptions.length
    expect(await call('everything', lacking)).toEqual([])
    expect(exceptions.slice(before)).toEqual([])
  })
})
declare const wx: { canIUse(name: string): boolean }

describe('wx.request', () => {
  beforeEach(() => open('lenient'))
  const ask = async (options: object, name = 'request') => {
    const { heard, given } = (await call('ask', name, options)) as { heard: [string, object][]; given: string }
    return [...(heard[0] ?? []), given]
  }

  it.each([
    ['an unknown host', { url: 'https://other.example.com/' }, 'url not in domain list'],
    ['a host that was not allowed', { url: 'http://127.0.0.1:1/' }, 'url not in domain list'],
    ['no address', {}, 'parameter error: parameter.url should be String instead of Undefined;'],
    ['an address that is none', { url: '/list' }, 'invalid url "/list"'],
    ['a prepared failure', { url: 'https://example.com/down' }, 'timeout'],
  ])('given %s, fails in WeChat’s words', async (_, options, reason) => {
    const [kind, result, given] = await ask(options)
    expect([kind, given]).toEqual(['fail', 'object'])
    expect(result).toMatchObject({ errMsg: `request:fail ${reason}` })
  })

  it('answers from the table, by method and pattern', async () => {
    expect(await ask({ url: 'https://example.com/list?page=2' })).toMatchObject([
      'success',
      { statusCode: 201, header: { 'x-mark': 'made' }, data: [{ id: 1 }], errMsg: 'request:ok' },
      'object',
    ])
    expect(await ask({ url: 'https://example.com/text', method: 'POST' })).toMatchObject([
      'success',
      { data: 'plain words' },
      'object',
    ])
    expect(await ask({ url: 'https://example.com/text' })).toMatchObject(['fail', {}, 'object'])
  })

  it('asks an allowed address of this machine, and follows none elsewhere', async () => {
    const url = `http://${address}/a`
    expect(await ask({ url, data: { b: '1 2' }, header: { 'X-Token': 't' } })).toMatchObject([
      'success',
      { data: { method: 'GET', url: '/a?b=1+2', token: 't', body: '' }, cookies: ['a=1'] },
      'object',
    ])
    expect(await ask({ url, method: 'POST', data: { b: 1 } })).toMatchObject([
      'success',
      { data: { method: 'POST', type: 'application/json', body: '{"b":1}' } },
      'object',
    ])
    const header = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await ask({ url, method: 'POST', data: { b: 1 }, header })).toMatchObject([
      'success',
      { data: { body: 'b=1' } },
      'object',
    ])
    expect(await ask({ url: `http://${address}/away` })).toMatchObject([
      'fail',
      { errMsg: 'request:fail url not in domain list' },
      'object',
    ])
    expect(await call('stream', url)).toMatchObject({ heard: ['mark', expect.any(Number)], errMsg: 'request:ok' })
    expect(await call('download', url)).toContain('"method":"GET"')
    expect(await call('upload', url)).toContain('content')
  })

  it('can be given up, and fails without a network', async () => {
    expect(await call('abort')).toBe('request:fail abort')
    await phones.setOnline('p', false)
    expect(await ask({ url: 'https://example.com/list' })).toMatchObject([
      'fail',
      { errMsg: expect.stringContaining('ERR_INTERNET_DISCONNECTED') },
      'object',
    ])
    await phones.setOnline('p', true)
    expect(await call('socket')).toEqual([
      'connectSocket:fail url not in domain list',
      'connectSocket:fail url not in domain list',
    ])
  })
})
