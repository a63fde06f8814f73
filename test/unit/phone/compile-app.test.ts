// Decides what the phone's compiler makes of a mini program folder, and which faults it names.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compileApp } from '../../../local/phone/compile/compile-app'
import { compileCached } from '../../../local/phone/compile/compile-cached'
import { formatProblem } from '../../../local/phone/compile/problems'

let folder: string
const write = (files: Record<string, string>) => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}
const page = {
  'app.json': '{"pages":["pages/a/a"]}',
  'app.js': '',
  'pages/a/a.wxml': '<view />',
  'pages/a/a.js': 'Page({})',
}
const problems = async () => (await compileApp(folder)).compiled.problems.map(formatProblem)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phone-'))
  write(page)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('given a sound app, there is no problem', async () => {
  expect(await problems()).toEqual([])
})

it('given a project.config.json, the mini program is where it says', async () => {
  rmSync(join(folder, 'app.json'))
  write({
    'project.config.json': '{"miniprogramRoot":"mini/","appid":"wx1"}',
    'mini/app.json': '{"pages":["a/a"]}',
    'mini/app.ts': 'App({})',
    'mini/a/a.wxml': '',
    'mini/a/a.ts': 'Page({})',
  })
  const { compiled } = await compileApp(folder)
  expect(compiled).toMatchObject({ appId: 'wx1', appScript: 'app.ts', problems: [] })
})

it('given neither, it says so', async () => {
  rmSync(join(folder, 'app.json'))
  await expect(compileApp(folder)).rejects.toThrow('neither app.json nor a project.config.json')
})

it('given faults, every one is named with its place', async () => {
  write({
    'app.json': '{"pages":["pages/a/a","pages/none/none"]}',
    'pages/a/a.json': '{\n  "usingComponents": {\n    "card": "/components/none"\n  }\n}',
    'pages/a/a.wxml': '<view>\n  <odd-one />\n  <include src="none" />\n</view>',
    'pages/a/a.wxss': '.a { color: red; }\n@import "none.wxss";',
    'pages/a/a.js': 'import x from "./none"\nPage({ x })',
  })
  expect((await problems()).sort()).toEqual([
    'app.json:1:23: page "pages/none/none": pages/none/none.wxml is missing',
    'pages/a/a.js:1:16: module "./none" not found',
    'pages/a/a.json:3:5: component "/components/none" not found',
    'pages/a/a.wxml:2:3: unknown component <odd-one>',
    'pages/a/a.wxss:2: @import "none.wxss" not found',
    'pages/a/none.wxml: imported, but missing',
  ])
})

it('given broken syntax, each language’s own message is passed on', async () => {
  write({
    'pages/a/a.json': '{ "a": }',
    'pages/a/a.wxml': '<view a="{{b +}}" />',
    'pages/a/a.wxss': '.a {',
    'pages/a/a.js': 'Page({',
  })
  const found = await problems()
  for (const file of ['a.json', 'a.wxml', 'a.wxss', 'a.js'])
    expect(found.filter((line) => line.startsWith(`pages/a/${file}:`))).not.toEqual([])
})

it('given sub-packages, components and a custom tab bar, all of them are units', async () => {
  write({
    'app.json':
      '{"pages":["pages/a/a"],"subPackages":[{"root":"packages/b/","pages":["c/c"]}],"tabBar":{"custom":true,"list":[]},"usingComponents":{"everywhere":"/components/e/e"}}',
    'packages/b/c/c.wxml': '<own />',
    'packages/b/c/c.js': 'Page({})',
    'packages/b/c/c.json': '{"usingComponents":{"own":"./own/index"}}',
    'packages/b/c/own/index.wxml': '<slot />',
    'packages/b/c/own/index.json': '{"component":true,"componentGenerics":{"cell":{"default":"/components/e/e"}}}',
    'packages/b/c/own/index.js': 'Component({})',
    'components/e/e.wxml': '',
    'components/e/e.json': '{"component":true}',
    'components/e/e.js': 'Component({})',
    'custom-tab-bar/index.wxml': '',
    'custom-tab-bar/index.json': '{"component":true}',
    'custom-tab-bar/index.js': 'Component({})',
  })
  const { compiled } = await compileApp(folder)
  expect(compiled.problems).toEqual([])
  expect(compiled.pages).toEqual(['pages/a/a', 'packages/b/c/c'])
  expect(compiled.customTabBar).toBe('custom-tab-bar/index')
  expect(compiled.units['packages/b/c/c']?.using).toEqual({
    everywhere: 'components/e/e',
    own: 'packages/b/c/own/index',
  })
  expect(compiled.units['packages/b/c/own/index']).toMatchObject({
    component: true,
    generics: { cell: { default: 'components/e/e' } },
  })
})

it('given TypeScript and npm packages, every require leads to a module', async () => {
  write({
    'pages/a/a.ts':
      'import { b } from "../../shared/b"\nimport { c } from "@our/core/c"\nimport d from "plain"\nconst x: number = b + c\nPage({ x, d })',
    'shared/b/index.ts': 'export const b = 1',
    'node_modules/@our/core/package.json': '{"miniprogram":"dist"}',
    'node_modules/@our/core/dist/c/index.js': 'exports.c = require("../e").e',
    'node_modules/@our/core/dist/e.js': 'exports.e = 2',
    'miniprogram_npm/plain/index.js': 'module.exports = 3',
  })
  rmSync(join(folder, 'pages/a/a.js'))
  const { compiled } = await compileApp(folder)
  expect(compiled.problems).toEqual([])
  expect(Object.keys(compiled.modules).sort()).toEqual([
    'app.js',
    'miniprogram_npm/@our/core/c/index.js',
    'miniprogram_npm/@our/core/e.js',
    'miniprogram_npm/plain/index.js',
    'pages/a/a.ts',
    'shared/b/index.ts',
  ])
  expect(compiled.modules['pages/a/a.ts']).toContain('require("miniprogram_npm/@our/core/c/index.js")')
})

it('given a sub-package with npm packages of its own, they are its own, and what they need of the app is found outside', async () => {
  write({
    'app.json': '{"pages":["pages/a/a"],"subPackages":[{"root":"packages/b","pages":["c/c"]}]}',
    'project.config.json': JSON.stringify({
      setting: {
        packNpmManually: true,
        packNpmRelationList: [
          { packageJsonPath: './package.json', miniprogramNpmDistDir: './' },
          { packageJsonPath: './heavy/package.json', miniprogramNpmDistDir: './packages/b/' },
        ],
      },
    }),
    'node_modules/@our/core/package.json': '{"miniprogram":"dist"}',
    'node_modules/@our/core/dist/e.js': 'exports.e = require("deep")',
    'node_modules/@our/core/dist/miniprogram_npm/deep/index.js': 'module.exports = 2',
    'heavy/node_modules/@our/judge/package.json': '{"miniprogram":"dist"}',
    'heavy/node_modules/@our/judge/dist/index.js': 'exports.j = require("@our/core/e").e',
    'packages/b/c/c.js': 'Page({ j: require("@our/judge") })',
    'packages/b/c/c.wxml': '',
    'packages/b/c/c.json': '{}',
    'pages/a/a.js': 'Page({ j: require("@our/judge") })',
  })
  const { compiled } = await compileApp(folder)
  expect(compiled.modules['packages/b/c/c.js']).toContain('require("packages/b/miniprogram_npm/@our/judge/index.js")')
  expect(compiled.modules['packages/b/miniprogram_npm/@our/judge/index.js']).toContain(
    'require("miniprogram_npm/@our/core/e.js")',
  )
  expect(compiled.modules['miniprogram_npm/@our/core/e.js']).toContain(
    'require("miniprogram_npm/@our/core/miniprogram_npm/deep/index.js")',
  )
  expect(compiled.problems.map(formatProblem)).toEqual(['pages/a/a.js:1:20: module "@our/judge" not found'])
})

it('given app.json that lists no page or is no JSON, it says so with the place', async () => {
  write({ 'app.json': '{"pages":[]}' })
  await expect(compileApp(folder)).rejects.toThrow('app.json: "pages" must list at least one page')
  write({ 'app.json': '{\n  "pages": [}\n}' })
  await expect(compileApp(folder)).rejects.toThrow(/app\.json:2:13: not valid JSON/)
})

it('given comments in JSON, they are read over, and named once', async () => {
  write({ 'pages/a/a.json': '{\n  // a title\n  "navigationBarTitleText": "http://a" /* b */\n}' })
  const { compiled } = await compileApp(folder)
  expect(compiled.units['pages/a/a']?.window).toEqual({ navigationBarTitleText: 'http://a' })
  expect(compiled.problems.map(formatProblem)).toEqual(['pages/a/a.json:2:3: a comment: WeChat takes none in JSON'])
})

it('given aliases, they lead to scripts and components', async () => {
  write({
    'app.json': '{"pages":["pages/a/a"],"resolveAlias":{"~/*":"/*","@c":"/components"}}',
    'pages/a/a.js': 'import { b } from "~/shared/b"\nPage({ b })',
    'pages/a/a.json': '{"usingComponents":{"x":"~/components/x"}}',
    'pages/a/a.wxml': '<x />',
    'shared/b.js': 'export const b = 1',
    'components/x.json': '{"component":true}',
    'components/x.wxml': '',
    'components/x.js': 'Component({})',
  })
  const { compiled } = await compileApp(folder)
  expect(compiled.problems).toEqual([])
  expect(compiled.modules['pages/a/a.js']).toContain('require("shared/b.js")')
  expect(compiled.units['pages/a/a']?.using).toEqual({ x: 'components/x' })
})

it('given an npm package for everybody, its main script comes in one piece, and nothing else of it', async () => {
  write({
    'node_modules/plain/package.json': '{"main":"lib/main.js"}',
    'node_modules/plain/lib/main.js': 'module.exports = require("./part") + 1',
    'node_modules/plain/lib/part.js': 'module.exports = 41',
    'node_modules/dist/package.json': '{}',
    'node_modules/dist/miniprogram_dist/deep.js': 'module.exports = 2',
    'pages/a/a.js': 'Page({ a: require("plain"), b: require("plain/lib/part"), c: require("dist/deep") })',
  })
  const { compiled } = await compileApp(folder)
  expect(Object.keys(compiled.modules).sort()).toEqual([
    'app.js',
    'miniprogram_npm/dist/deep.js',
    'miniprogram_npm/plain/index.js',
    'pages/a/a.js',
  ])
  expect(compiled.modules['miniprogram_npm/plain/index.js']).toContain('41')
  expect(compiled.problems.map(formatProblem)).toEqual(['pages/a/a.js:1:41: module "plain/lib/part" not found'])
})

it('given plugins, extended libraries and skyline, each is named once with its place', async () => {
  write({
    'app.json': '{"pages":["pages/a/a"],\n"renderer":"skyline"}',
    'pages/a/a.json': '{"usingComponents":{"p":"plugin://their/part",\n"i":"weui-miniprogram/icon/icon"}}',
    'pages/a/a.wxml': '<p /><i />',
  })
  expect(await problems()).toEqual([
    'app.json:2:1: renderer "skyline" is not supported: pages are drawn as by "webview"',
    'pages/a/a.json:1:21: component "plugin://their/part": plugins are not supported',
    'pages/a/a.json:2:1: component "weui-miniprogram/icon/icon" not found: an extended library is taken from npm, so install weui-miniprogram',
  ])
})

it('given a theme file, both sets of variables are kept', async () => {
  write({
    'app.json': '{"pages":["pages/a/a"],"themeLocation":"theme.json"}',
    'theme.json': '{"light":{"a":"#fff"},"dark":{"a":"#000"}}',
  })
  expect((await compileApp(folder)).compiled.theme).toEqual({ light: { a: '#fff' }, dark: { a: '#000' } })
})

describe('the cache', () => {
  const compile = async () => (await compileCached(folder)).compiled.modules['pages/a/a.js']
  const touch = (file: string, text: string) => {
    write({ [file]: text })
    const later = new Date(Date.now() + 5000)
    utimesSync(join(folder, file), later, later)
  }

  it('given nothing changed, the kept result is taken', async () => {
    const first = await compileCached(folder)
    const second = await compileCached(folder)
    expect(second.compiled).toEqual(first.compiled)
    expect(second.folder.toDisk('images/x.png')).toBe(join(folder, 'images', 'x.png'))
  })

  it('given a changed file, it compiles again', async () => {
    expect(await compile()).toContain('Page({})')
    touch('pages/a/a.js', 'Page({ changed: true })')
    expect(await compile()).toContain('changed')
  })

  it('given a file that was missed before, it compiles again', async () => {
    write({ 'pages/a/a.js': 'require("./late")' })
    expect((await compileCached(folder)).compiled.problems).toHaveLength(1)
    touch('pages/a/late.js', '')
    expect((await compileCached(folder)).compiled.problems).toEqual([])
  })
})
