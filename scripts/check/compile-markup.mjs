// Decides whether WeChat's own WXML and WXSS compilers (wcc, wcsc) take every file of the mini program.
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import { runChild } from '../run-child.mjs'

const require = createRequire(import.meta.url)
/** wcsc's way to say that an imported sheet is not among the files it was given. */
const NOT_FOUND = /path `([^`]+)` not found from `[^`]+`\.?/
const FRAME = /^(ERR: )?\s*(error file count: \d+)?\s*$/

function findCompiler(name) {
  const file = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', 'linux', name)
  chmodSync(file, 0o755)
  return file
}

/** Is this import a sheet of an npm package, which WeChat finds in `miniprogram_npm`? */
export function isPackageSheet(root, target) {
  const [name] = /^(@[^/]+\/)?[^/]+/.exec(target) ?? []
  const manifest = join(root, 'node_modules', name ?? '', 'package.json')
  if (!name || !existsSync(manifest)) return false
  const { miniprogram } = JSON.parse(readFileSync(manifest, 'utf8'))
  return existsSync(join(dirname(manifest), miniprogram ?? '', target.slice(name.length)))
}

/** wcsc's complaints, one a line, without those about sheets of packages. */
export function readSheetErrors(output, root) {
  return output
    .split('\n')
    .map((line) => line.replace(/^ERR: /, '').trim())
    .filter((line) => !FRAME.test(line) && !isPackageSheet(root, NOT_FOUND.exec(line)?.[1] ?? ''))
}

/** All files of the mini program with this ending, without those of packages, as wcc names them. */
function listFiles(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending) && !file.includes('miniprogram_npm/'))
}

/** Compiles all WXML at once and all WXSS at once; the compilers are Linux programs, elsewhere this says so and passes. */
export async function compileMarkup(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { ok: true, note: 'left out: wcc and wcsc are here as programs for Linux on x64 only' }
  }
  const folder = join(root, 'miniprogram')
  const [markup, scripts, sheets] = ['.wxml', '.wxs', '.wxss'].map((ending) => listFiles(folder, ending))
  const run = (name, args) => runChild(findCompiler(name), args, { collect: true, cwd: folder })
  const wcc = await run('wcc', ['-d', '-o', devNull, ...markup, ...scripts])
  const wcsc = await run('wcsc', ['-js', '-o', devNull, ...sheets])
  const sheetErrors = wcsc.code === 0 ? [] : readSheetErrors(wcsc.output, root)
  const output = [wcc.code === 0 ? '' : wcc.output, ...sheetErrors].filter(Boolean).join('\n')
  return { ok: output === '', note: `${markup.length} WXML, ${sheets.length} WXSS`, output }
}
