// Decides what WXSS becomes: units, scopes, and the theme as a state instead of a media query.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Unit } from '../../../local/phone/bundle-format'
import { compileStyles, rewriteUnits } from '../../../local/phone/compile/compile-styles'
import { ProblemList } from '../../../local/phone/compile/problems'
import type { CompilerPlugin } from '../../../local/phone/compile/read-project'
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
  let problems: ProblemList
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'phone-'))
    problems = new ProblemList()
  })
  afterEach(() => rmSync(root, { recursive: true }))
  const compile = async (files: Record<string, string>, unit: Partial<Unit> = {}, plugins: CompilerPlugin[] = []) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text)
    const own = { path: 'a', isPage: false, ...unit } as Unit
    const styles = await compileStyles(new SourceFolder(root), [own], plugins, problems)
    return styles['a']?.replace(/\s+/g, ' ').trim()
  }

  it('takes in what it imports, also in a circle', async () => {
    expect(
      await compile({
        'a.wxss': '@import "./b.wxss"; .a { width: 750rpx }',
        'b.wxss': '@import "a.wxss"; .b { top: 0 }',
      }),
    ).toContain('.b { top: 0 }')
  })

  it('turns the dark query into a state of the phone, and keeps the rest of the query', async () => {
    const dark = await compile({
      'a.wxss':
        '@media (prefers-color-scheme: dark) { .a { color: red } } @media (min-width: 9px) and (prefers-color-scheme: light) { .b { top: 0 } } @media print { .c { top: 0 } }',
    })
    expect(dark).toBe(
      ':where([data-theme="dark"]) .a { color: red } @media (min-width: 9px) { :where([data-theme="light"]) .b { top: 0 } } @media print { .c { top: 0 } }',
    )
  })

  it('leaves the steps of an animation alone', async () => {
    expect(await compile({ 'a.wxss': '@keyframes k { from { top: 10rpx } to { top: 0 } }' }, { scope: 's1' })).toBe(
      '@keyframes k { from { top: 1.33333vw } to { top: 0 } }',
    )
  })

  it('is written in LESS where the project says so, with imports of LESS and of WXSS from its root', async () => {
    const files = {
      'a.less': '@import "/sizes.less"; @import "/b.wxss"; .a { .c { width: @half } }',
      'sizes.less': '@half: 375rpx;',
      'b.wxss': '.b { top: 0 }',
    }
    expect(await compile(files, {}, ['less'])).toBe('.b { top: 0 } .a .c { width: 50vw; }')
    expect(problems.items).toEqual([])
  })

  it('is written in SCSS where the project says so, with the place of a fault', async () => {
    expect(await compile({ 'a.scss': '$half: 375rpx; .a { .c { width: $half } }' }, {}, ['sass'])).toBe(
      '.a .c { width: 50vw; }',
    )
    await compile({ 'a.scss': '.a {\n  width: $none;\n}' }, {}, ['sass'])
    expect(problems.items).toEqual([{ file: 'a.scss', line: 2, column: 10, message: 'Undefined variable.' }])
  })

  it('is named when the project does not ask for its language', async () => {
    expect(await compile({ 'a.less': '.a { top: 0 }' })).toBeUndefined()
    expect(problems.items.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'a.less: not compiled: "useCompilerPlugins" in project.config.json does not name "less"',
    ])
  })
})
