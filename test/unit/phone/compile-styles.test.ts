// Decides what WXSS becomes: units, scopes, and the theme as a state instead of a media query.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Unit } from '../../../local/phone/bundle-format'
import { compileStyles, rewriteUnits } from '../../../local/phone/compile/compile-styles'
import { ProblemList } from '../../../local/phone/compile/problems'
import { rewriteSelector } from '../../../local/phone/compile/rewrite-selector'
import { SourceFolder } from '../../../local/phone/compile/source-folder'

it.each([
  ['10rpx', '1.33333vw'],
  ['-375rpx 1px', '-50vw 1px'],
  ['calc(100vh - 20rpx)', 'calc(calc(var(--page-vh) * 100) - 2.66667vw)'],
  ['env(safe-area-inset-bottom, 0px)', 'var(--safe-area-inset-bottom, 0px)'],
  ['constant(safe-area-inset-top)', 'var(--safe-area-inset-top)'],
])('turns %s into %s', (wxss, css) => {
  expect(rewriteUnits(wxss)).toBe(css)
})

it.each([
  ['.a .b', {}, '.a .b'],
  ['.a.b > view:first-child', { scope: 's1' }, '.s1--a.s1--b > wx-view:first-child'],
  [':host', { scope: 's1' }, '[wx-host="s1"]'],
  ['page', {}, 'wx-page'],
  ['page', { page: 'p/a' }, 'wx-page:where([is="p/a"])'],
  ['.a::after', { page: 'p/a' }, ':where(wx-page[is="p/a"]) .a::after'],
  ['button[size="mini"]', {}, 'wx-button[size="mini"]'],
  ['.t-viewer, text', {}, '.t-viewer, wx-text'],
  ['.a:not(.b)', { scope: 's1' }, '.s1--a:not(.s1--b)'],
])('writes selector %s with %j as %s', (selector, target, css) => {
  expect(rewriteSelector(selector, target)).toBe(css)
})

describe('a sheet', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'phone-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const compile = (files: Record<string, string>, unit: Partial<Unit> = {}) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text)
    const own = { path: 'a', isPage: false, ...unit } as Unit
    return compileStyles(new SourceFolder(root), [own], new ProblemList())['a']?.replace(/\s+/g, ' ').trim()
  }

  it('takes in what it imports, also in a circle', () => {
    expect(
      compile({ 'a.wxss': '@import "./b.wxss"; .a { width: 750rpx }', 'b.wxss': '@import "a.wxss"; .b { top: 0 }' }),
    ).toContain('.b { top: 0 }')
  })

  it('turns the dark query into a state of the phone, and keeps the rest of the query', () => {
    const dark = compile({
      'a.wxss':
        '@media (prefers-color-scheme: dark) { .a { color: red } } @media (min-width: 9px) and (prefers-color-scheme: light) { .b { top: 0 } } @media print { .c { top: 0 } }',
    })
    expect(dark).toBe(
      ':where([data-theme="dark"]) .a { color: red } @media (min-width: 9px) { :where([data-theme="light"]) .b { top: 0 } } @media print { .c { top: 0 } }',
    )
  })

  it('leaves the steps of an animation alone', () => {
    expect(compile({ 'a.wxss': '@keyframes k { from { top: 10rpx } to { top: 0 } }' }, { scope: 's1' })).toBe(
      '@keyframes k { from { top: 1.33333vw } to { top: 0 } }',
    )
  })
})
