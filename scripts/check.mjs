// Decides what `npm run check` looks at beside the tests: types, style, layers, dead code, and WeChat's own compilers.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, prepare } from './prepare.mjs'
import { runNode } from './run-child.mjs'
import { runMain, say, Stop } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const LAYERS = ['core', 'cloudfunctions', 'miniprogram', 'demo', 'local', 'database', 'scripts', 'test']
const TYPE_PROJECTS = [
  'tsconfig.json',
  'tsconfig.node.json',
  'tsconfig.browser.json',
  'test/unit/miniprogram/tsconfig.json',
]
/** Lines the compiler prints on every run; without a network it also tells that it could not ask its server. */
const COMPILER_CHATTER = /^\[(summer-compiler|miniprogram-builder)\]|^serialize |getaddrinfo|get white ext list/

/** Runs a script of an installed package, quietly; its output is shown only when it fails. */
async function runTool(script, args) {
  const { code, output } = await runNode([join(root, 'node_modules', ...script.split('/')), ...args], {
    collect: true,
    cwd: root,
  })
  return { ok: code === 0, output }
}

async function checkTypes() {
  const results = []
  for (const project of TYPE_PROJECTS) results.push(await runTool('typescript/bin/tsc', ['-p', project, '--pretty']))
  return {
    ok: results.every((result) => result.ok),
    note: `${TYPE_PROJECTS.length} programs`,
    output: results.map((result) => result.output).join(''),
  }
}

/** Weighs what would be deployed of the functions, freshly built. */
async function weighBuilt() {
  const [{ buildFunctions }, { weighFunctions }] = await Promise.all([
    import('./build.mjs'),
    import('./check/weigh-functions.mjs'),
  ])
  await buildFunctions()
  return weighFunctions(join(root, 'dist', 'cloudfunctions'))
}

/** Compiles with miniprogram-ci, whose hundreds of packages are installed here and only when asked for. */
async function compileOfficially() {
  const folder = join(root, 'scripts', 'official')
  await installPackages(folder, "WeChat's compiler (about 280 MB, once)")
  const { buildCore } = await import('./build.mjs')
  await buildCore()
  const { code, output } = await runNode([join(folder, 'compile.mjs')], { collect: true, cwd: root })
  const sizes = output.split('\n').filter((line) => / KB {2}/.test(line))
  const complaints = output.split('\n').filter((line) => line && !COMPILER_CHATTER.test(line))
  return {
    ok: code === 0,
    note: sizes.at(-1)?.trim(),
    output: (code === 0 ? sizes : complaints).join('\n'),
    always: true,
  }
}

/** Each step returns whether all is well, a note for its line, and the output to show when it is not. */
const STEPS = {
  types: checkTypes,
  lint: () => runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  format: () => runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '**/*.{ts,mjs,json}']),
  layers: () =>
    runTool('dependency-cruiser/bin/dependency-cruise.mjs', ['--config', '.dependency-cruiser.mjs', ...LAYERS]),
  unused: () => runTool('knip/bin/knip.js', ['--no-progress']),
  requirements: async () => (await import('./check/requirements.mjs')).checkRequirements(root),
  markup: async () => (await import('./check/compile-markup.mjs')).compileMarkup(root),
  bundles: weighBuilt,
  official: compileOfficially,
}

async function main(names) {
  const unknown = names.find((name) => !(name in STEPS))
  if (unknown) throw new Stop(`There is no check called "${unknown}". Choose from: ${Object.keys(STEPS).join(', ')}.`)
  await prepare()
  const failed = []
  for (const name of names.length > 0 ? names : Object.keys(STEPS)) {
    const started = Date.now()
    const { ok, note = '', output = '', always = false } = await STEPS[name]()
    const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`
    if (!ok) failed.push(name)
    say(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)}  ${seconds.padStart(7)}  ${note}`.trimEnd())
    if ((!ok || always) && output.trim()) say(output.trimEnd())
  }
  if (failed.length > 0) say(`\nNot well: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}

runMain(main)
