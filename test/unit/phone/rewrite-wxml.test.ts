// Decides that WXML and WXS come out of the phone's compiler as out of WeChat's own, wcc, which runs beside it.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { rewriteWxml } from '../../../local/phone/compile/rewrite-wxml'
import { findWxsFault, rewriteWxs } from '../../../local/phone/compile/rewrite-wxs'

interface Node {
  attr: Record<string, unknown>
  children: (Node | string)[]
}

const wcc = join(dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json')), 'bin', 'linux', 'wcc')
/** wcc is a program for Linux on x64 only; elsewhere what it said there is asserted alone. */
const hasCompiler = process.platform === 'linux' && process.arch === 'x64'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wcc-'))
  if (hasCompiler) chmodSync(wcc, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What wcc makes of WXML with `a` as `AA`; undefined when it refuses. */
function compileByWechat(wxml: string): Node | undefined {
  writeFileSync(join(folder, 'a.wxml'), wxml)
  const { stdout, status } = spawnSync(wcc, ['a.wxml'], { cwd: folder, encoding: 'utf8' })
  if (status !== 0 || !stdout.includes('$gwx')) return undefined
  const quiet = { log: () => undefined, error: () => undefined }
  const context = createContext({ console: quiet }) as { tree?: Node }
  runInContext(`var window = {};${stdout};var tree = $gwx('a.wxml')({ a: 'AA' })`, context)
  return context.tree
}

const decode = (text: string) =>
  text.replace(/&(?:#(\d+)|(quot));/g, (_, code: string | undefined) =>
    code ? String.fromCharCode(Number(code)) : '"',
  )

describe('given a value with backslashes, then it is read as by wcc', () => {
  it.each([
    ['"a\\"b"', 'a"b'],
    ["'a\\'b'", "a'b"],
    ['"1\\n2\\t3"', '1\n2\t3'],
    ['"a\\\\b"', 'a\\b'],
    ['"a\\/b\\q"', 'a/bq'],
    ['"\\u4e2d"', 'u4e2d'],
    ['"tail\\\\"', 'tail\\'],
    ['"\\"both\\""', '"both"'],
    ['\'{"a":1}\'', '{"a":1}'],
    ['"plain"', 'plain'],
  ])('%s', (value, expected) => {
    const wxml = `<view data-x=${value} id="after">t</view>`
    const [, written = ''] = /data-x=(?:"([^"]*)"|'[^']*') id="after"/.exec(rewriteWxml(wxml)) ?? []
    const single = /data-x='([^']*)' id="after"/.exec(rewriteWxml(wxml))?.[1]
    expect(decode(single ?? written)).toBe(expected)
    const tree = hasCompiler ? compileByWechat(wxml) : undefined
    expect((tree?.children[0] as Node | undefined)?.attr['data-x'] ?? expected).toBe(expected)
  })
})

describe('given text with backslashes, then only line ends and tabs are read', () => {
  it.each([
    ['one\\ntwo', 'one\ntwo'],
    ['one\\ttwo', 'one\ttwo'],
    ['one\\xtwo', 'one\\xtwo'],
    ['one\\\\ntwo', 'one\\ntwo'],
    ['plain', 'plain'],
  ])('%s', (text, expected) => {
    const wxml = `<text>${text}</text>`
    expect(decode(rewriteWxml(wxml))).toBe(`<text>${expected}</text>`)
    const tree = hasCompiler ? compileByWechat(wxml) : undefined
    expect((tree?.children[0] as Node | undefined)?.children[0] ?? expected).toBe(expected)
  })
})

it.each([
  ['<view wx-if="{{a}}">x</view>', '<view wx:if="{{a}}">x</view>'],
  ['<view\n  wx-if="{{a > b}}"\n  hidden\n/>', '<view\n  wx:if="{{a > b}}"\n  hidden\n/>'],
  ['<view wx-if="{{a}}" wx:if="{{b}}"/>', '<view wx-if="{{a}}" wx:if="{{b}}"/>'],
  ['<!-- <view wx-if="\\n"> -->', '<!-- <view wx-if="\\n"> -->'],
  ['<wxs module="m">var a = "\\n<view wx-if>"</wxs>', '<wxs module="m">var a = "\\n<view wx-if>"</wxs>'],
  ['<view>{{ "a\\nb" }}</view>', '<view>{{ "a\\nb" }}</view>'],
  ['<view a="{{ b ? \'\\n\' : c }}\\n">a > b</view>', '<view a="{{ b ? \'\\n\' : c }}&#10;">a > b</view>'],
  ['<view a="open', '<view a="open'],
])('writes %j as %j', (wxml, expected) => {
  expect(rewriteWxml(wxml)).toBe(expected)
})

describe('given a script in WXS, then both take it or both refuse it', () => {
  it.each<[string, unknown]>([
    ['var class = 1; module.exports = { x: class }', 1],
    ['var enum = 2, export = 3, const = 4; module.exports = { x: enum + export + const }', 9],
    ['function class() { return 5 }; module.exports = { x: class() }', 5],
    ['var class = { class: 3 }; class.class = 4; module.exports = { x: class["class"] }', 4],
    ['var a = [1, 2].map(function (class) { return class + 1 }); module.exports = { x: a.join() }', '2,3'],
    ['var try = 1, catch = 2, with = 3; module.exports = { x: try + catch + with }', 6],
    ['module.exports = { x: "class" /* class */ }', 'class'],
    ['var debugger = 1; module.exports = { x: debugger }', 1],
    ['var let = 1, yield = 2, static = 3; module.exports = { x: let + yield + static }', 6],
    ['var a = ;', undefined],
    ['var a = {;', undefined],
    ['function () {', undefined],
    ['var this = 1', undefined],
    ['var do = 1', undefined],
  ])('%s', (source, expected) => {
    const module = { exports: {} as { x?: unknown } }
    const fault = findWxsFault(source)
    if (!fault) (new Function('module', rewriteWxs(source)) as (given: object) => void)(module)
    expect(fault ? undefined : module.exports.x).toBe(expected)
    const tree = hasCompiler ? compileByWechat(`<wxs module="m">${source}</wxs><view>{{m.x}}</view>`) : undefined
    if (hasCompiler) expect(tree === undefined).toBe(expected === undefined)
    const shown = (tree?.children.at(-1) as Node | undefined)?.children[0]
    expect(shown ?? String(expected)).toBe(String(expected))
  })

  it('names the place of a fault', () => {
    expect(findWxsFault('var a = 1\nvar b = ;')).toEqual({ line: 2, column: 9, message: 'Unexpected ";"' })
  })
})
