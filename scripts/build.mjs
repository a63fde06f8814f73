// Decides what is built from source, and where it goes: core for the phone, one bundle per cloud function, the local runtime.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)
const folders = (dir) =>
  existsSync(dir) ? readdirSync(dir, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => d.name) : []

/** A domain of core may import another domain only by its index; on the phone that stays a require. */
const domainBoundary = {
  name: 'domain-boundary',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/[a-z-]+$/ }, (args) => {
      if (dirname(args.importer).replace(/\\/g, '/').match(/\/core\/[a-z-]+$/)) return { path: `${args.path}/index.js`, external: true }
      return undefined
    })
  },
}

/** `core/<domain>/index.ts` → `core/dist/<domain>/index.js`: what DevTools' npm build carries to the phone. */
export async function buildCore() {
  const domains = folders(at('core')).filter((name) => existsSync(at('core', name, 'index.ts')))
  rmSync(at('core/dist'), { recursive: true, force: true })
  await esbuild.build({
    entryPoints: domains.map((name) => ({ in: at('core', name, 'index.ts'), out: `${name}/index` })),
    outdir: at('core/dist'),
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2018',
    legalComments: 'none',
    minify: true,
    keepNames: false,
    plugins: [domainBoundary],
  })
}

/** `cloudfunctions/<name>/index.ts` → `dist/cloudfunctions/<name>/`, with its config.json and a package.json naming what stays external. */
export async function buildFunctions() {
  const outdir = at('dist/cloudfunctions')
  rmSync(outdir, { recursive: true, force: true })
  const names = folders(at('cloudfunctions')).filter((name) => existsSync(at('cloudfunctions', name, 'index.ts')))
  if (names.length === 0) return
  await esbuild.build({
    entryPoints: names.map((name) => ({ in: at('cloudfunctions', name, 'index.ts'), out: `${name}/index` })),
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfig: at('tsconfig.json'),
    external: ['wx-server-sdk'],
    legalComments: 'none',
    sourcemap: 'inline',
    sourcesContent: false,
  })
  const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  for (const name of names) {
    const config = at('cloudfunctions', name, 'config.json')
    if (existsSync(config)) cpSync(config, join(outdir, name, 'config.json'))
    const manifest = { name, version: '1.0.0', main: 'index.js', dependencies: { 'wx-server-sdk': dependencies['wx-server-sdk'] } }
    writeFileSync(join(outdir, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  }
}

/** `local/**` entry points → `dist/local/*.mjs`; packages stay in node_modules. */
export async function buildLocal() {
  const entries = {
    main: 'local/main.ts',
    cloud: 'local/cloud/main.ts',
    'function-worker': 'local/cloud/functions/worker.ts',
    phone: 'local/phone/main.ts',
  }
  const found = Object.entries(entries).filter(([, file]) => existsSync(at(file)))
  mkdirSync(at('dist/local'), { recursive: true })
  if (found.length === 0) return
  await esbuild.build({
    entryPoints: found.map(([out, file]) => ({ in: at(file), out })),
    outdir: at('dist/local'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: at('tsconfig.json'),
    packages: 'external',
    sourcemap: true,
  })
}

/** Builds everything; the order does not matter. */
export async function build() {
  await Promise.all([buildCore(), buildFunctions(), buildLocal()])
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build()
