// Decides that `npm run phone` runs mini programs of other people, sound ones and broken ones.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import automator from 'miniprogram-automator'
import { eventually } from './fixture-phones'

type Client = Awaited<ReturnType<typeof automator.connect>>
type Page = NonNullable<Awaited<ReturnType<Client['currentPage']>>>
interface Line {
  port: number
  frames: string[]
  automator: Record<string, string>
  problems: string[]
}

const ROOT = join(__dirname, '..', '..', '..')
const running: ChildProcess[] = []
let folder: string

const write = (files: Record<string, string>) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}

interface Run {
  /** The JSON it printed; undefined when it ended without. */
  line: Line | undefined
  said(): string
  code(): number
}

const NPM = ['npm', 'run', 'phone', '--']
/** What npm runs, once it has built: much quicker. */
const NODE = [process.execPath, join('dist', 'local', 'phone.mjs')]

async function runPhones([command = '', ...first]: string[], ...args: string[]): Promise<Run> {
  const options = [...first, folder, '--phones', '2', '--json', ...args]
  const child = spawn(command, options, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let [output, said] = ['', '']
  child.stderr.on('data', (data) => (said += String(data)))
  const line = await new Promise<Line | undefined>((resolve) => {
    child.stdout.on('data', (data) => {
      output += String(data)
      const json = output.split('\n').find((text) => text.startsWith('{') && text.endsWith('}'))
      if (json) resolve(JSON.parse(json) as Line)
    })
    child.once('exit', () => resolve(undefined))
  })
  return { line, said: () => said, code: () => child.exitCode ?? 0 }
}

async function connect(line: Line | undefined): Promise<{ clients: Client[]; page: Page }> {
  const addresses = Object.values(line?.automator ?? {})
  const clients = await Promise.all(addresses.map((wsEndpoint) => automator.connect({ wsEndpoint })))
  const page = await clients[0]?.currentPage()
  if (!page) throw new Error('no page')
  return { clients, page }
}

const textOf = async (page: Page, selector: string) => (await page.$(selector))?.text()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-'))
})
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null) continue
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true })
})

it('given a folder with app.json and JavaScript, two phones run it, each on its own', async () => {
  write({
    'app.json': '{ "pages": ["pages/index/index"] }',
    'app.js': 'App({ globalData: { greeting: "您好" } })',
    'pages/index/index.wxml': '<view class="text" bindtap="count">{{greeting}}{{count}}</view>',
    'pages/index/index.js':
      'Page({ data: { count: 0, greeting: getApp().globalData.greeting }, count() { this.setData({ count: this.data.count + 1 }) } })',
  })
  const { line, said } = await runPhones(NPM)
  expect(line).toEqual({
    port: expect.any(Number),
    frames: ['1', '2'].map((id) => `http://127.0.0.1:${line?.port}/frame/${id}`),
    automator: { 1: `ws://127.0.0.1:${line?.port}/phone/1`, 2: `ws://127.0.0.1:${line?.port}/phone/2` },
    problems: [],
  })
  const { clients, page } = await connect(line)
  await (await page.$('.text'))?.tap()
  expect(await textOf(page, '.text')).toBe('您好1')
  expect(await textOf((await clients[1]?.currentPage()) as Page, '.text')).toBe('您好0')
  expect(String(await clients[0]?.screenshot()).slice(0, 8)).toBe('iVBORw0K')
  for (const client of clients) client.disconnect()
  expect(said()).not.toMatch(/error/i)
})

it('given a TypeScript project with plugins, sub-package, npm, custom tab bar and theme, all of it runs', async () => {
  write({
    'project.config.json':
      '{ "appid": "wx0", "miniprogramRoot": "src/", "setting": { "useCompilerPlugins": ["typescript", "less", "sass"] } }',
    'node_modules/adder/package.json': '{ "main": "lib.js" }',
    'node_modules/adder/lib.js': 'exports.add = (a, b) => a + b',
    'node_modules/badges/package.json': '{ "miniprogram": "dist" }',
    'node_modules/badges/dist/badge/badge.json': '{ "component": true }',
    'node_modules/badges/dist/badge/badge.wxml': '<view class="badge">{{count}}</view>',
    'node_modules/badges/dist/badge/badge.js': 'Component({ properties: { count: Number } })',
    'src/app.json': JSON.stringify({
      pages: ['pages/home/home', 'pages/mine/mine'],
      subpackages: [{ root: 'packages/shop', pages: ['item/item'] }],
      tabBar: {
        custom: true,
        list: [
          { pagePath: 'pages/home/home', text: '家' },
          { pagePath: 'pages/mine/mine', text: '我' },
        ],
      },
      darkmode: true,
      themeLocation: 'theme.json',
      window: { navigationBarBackgroundColor: '@bar' },
      lazyCodeLoading: 'requiredComponents',
      resolveAlias: { '@/*': '/*' },
    }),
    'src/theme.json': '{ "light": { "bar": "#ffffff" }, "dark": { "bar": "#101010" } }',
    'src/app.ts': 'App<{ started: boolean }>({ started: true })',
    'src/app.scss': '$gap: 20rpx; page { .gap { padding: $gap; } }',
    'src/shared/sum.ts':
      'import { add } from "adder"\nexport const sum = (list: number[]): number => list.reduce(add, 0)',
    'src/pages/home/home.json': '{ "usingComponents": { "badge": "badges/badge/badge" } }',
    'src/pages/home/home.wxml': '<view class="total gap">{{total}}</view><badge id="badge" count="{{3}}" />',
    'src/pages/home/home.less': '@tint: rgb(1, 2, 3); .total { &.gap { color: @tint } }',
    'src/pages/home/home.ts':
      'import { sum } from "@/shared/sum"\ntype Data = { total: number }\nPage<Data, object>({ data: { total: sum([1, 2]) } })',
    'src/pages/mine/mine.wxml': '<view class="mine">我的</view>',
    'src/pages/mine/mine.ts': 'Component({ methods: { onLoad() { this.setData({}) } } })',
    'src/pages/mine/mine.json': '{ "component": true }',
    'src/packages/shop/item/item.wxml': '<view class="item">{{id}}</view>',
    'src/packages/shop/item/item.ts':
      'Page({ data: { id: "" }, async onLoad({ id = "" }: { id?: string }) { await Promise.resolve(); this.setData({ id }) } })',
    'src/custom-tab-bar/index.json': '{ "component": true }',
    'src/custom-tab-bar/index.wxml': '<view class="bar">{{selected}}</view>',
    'src/custom-tab-bar/index.ts': 'Component({ data: { selected: 0 } })',
  })
  const { line, said } = await runPhones(NPM)
  expect(line?.problems).toEqual([])
  const { clients, page } = await connect(line)
  const [client] = clients as [Client, Client]
  expect(await textOf(page, '.total')).toBe('3')
  expect(await (await page.$('.total'))?.style('color')).toBe('rgb(1, 2, 3)')
  expect(await (await page.$('.total'))?.style('padding-top')).toBe('10px')
  expect(await (await (await page.$('#badge'))?.$('.badge'))?.text()).toBe('3')
  expect(await client.evaluate('() => wx.getAccountInfoSync().miniProgram.appId')).toBe('wx0')
  await client.callWxMethod('navigateTo', { url: '/packages/shop/item/item?id=7' })
  const item = (await client.currentPage()) as Page
  expect(
    await eventually(
      () => textOf(item, '.item'),
      (text) => text === '7',
    ),
  ).toBe('7')
  await client.callWxMethod('switchTab', { url: '/pages/mine/mine' })
  const mine = (await client.currentPage()) as Page
  expect(await textOf(mine, '.mine')).toBe('我的')
  expect(await client.evaluate('() => getCurrentPages()[0].getTabBar().data.selected')).toBe(0)
  for (const one of clients) one.disconnect()
  expect(said()).not.toMatch(/error/i)
})

it('given faults in one page, the phones come up, every fault is said with file and line, and other pages run', async () => {
  write({
    'app.json': '{\n  "pages": [\n    "pages/a/a",\n    "pages/b/b",\n    "pages/c/c",\n    "pages/gone/gone"\n  ]\n}',
    'app.js': 'App({})',
    'pages/a/a.wxml': '<view class="a">甲</view>',
    'pages/a/a.js': 'Page({\n  data: {,}\n})',
    'pages/b/b.wxml': '<view class="b">\n  <odd-thing />\n  <text>乙\n</view>',
    'pages/b/b.js': 'Page({})',
    'pages/c/c.wxml': '<view class="c">{{word}}</view>',
    'pages/c/c.js': 'Page({ data: { word: "丙" } })',
  })
  const { line, said } = await runPhones(NODE)
  const problems = line?.problems ?? []
  expect(problems).toContain('app.json:6:5: page "pages/gone/gone": pages/gone/gone.wxml is missing')
  expect(problems).toContainEqual(expect.stringMatching(/^pages\/a\/a\.js:2:10: Expected identifier but found ","$/))
  expect(problems).toContainEqual(expect.stringMatching(/^pages\/b\/b\.wxml:\d+:\d+: .*tag/))
  expect(problems).toContain('pages/b/b.wxml:2:3: unknown component <odd-thing>')
  for (const problem of problems) expect(said()).toContain(problem)
  const { clients, page } = await connect(line)
  expect(await textOf(page, '.a')).toBe('甲')
  await clients[0]?.callWxMethod('reLaunch', { url: '/pages/c/c' })
  expect(await textOf((await clients[0]?.currentPage()) as Page, '.c')).toBe('丙')
  for (const client of clients) client.disconnect()
})

it('given a page that throws while it loads, the fault is said with its file, and the app goes on', async () => {
  write({
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.js': 'App({ onLaunch() { wx.getLocation({}) } })',
    'pages/a/a.wxml': '<view class="a">{{word}}</view>',
    'pages/a/a.js': 'const { word } = require("./gone")\nPage({ data: { word } })',
  })
  const { line, said } = await runPhones(NODE)
  expect(line?.problems).toEqual(['pages/a/a.js:1:27: module "./gone" not found'])
  expect(said()).toContain('wx.getLocation is not supported by this phone')
  expect(said()).toContain('pages/a/a.js: Error: module "./gone" is not defined')
  const { clients, page } = await connect(line)
  expect(page.path).toBe('pages/a/a')
  for (const client of clients) client.disconnect()
})

it.each([
  ['no app.json', {}, /No mini program in .*: neither app\.json nor a project\.config\.json/],
  ['app.json that is no JSON', { 'app.json': '{\n  "pages": [}\n}' }, /app\.json:2:13: not valid JSON/],
  ['app.json without pages', { 'app.json': '{ "pages": [] }' }, /app\.json: "pages" must list at least one page/],
  ['a broken project.config.json', { 'project.config.json': '{' }, /project\.config\.json is not valid JSON/],
])('given %s, the command ends with one clear sentence', async (_what, files, sentence) => {
  write(files)
  const { line, said, code } = await runPhones(NODE)
  expect(line).toBeUndefined()
  expect(said()).toMatch(sentence)
  expect(said()).not.toContain('    at ')
  expect(code()).toBe(1)
})

it('given a number that is none, the command says so', async () => {
  const { line, said } = await runPhones(NODE, '--port', 'many')
  expect(line).toBeUndefined()
  expect(said()).toContain('--port takes a number from 0 to 65535, not "many".')
})
