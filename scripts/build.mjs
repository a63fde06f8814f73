// Decides what is built from source: core for the phone, a bundle per cloud function, the local runtime, the demo.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)
const folders = (dir) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

/** A domain of core may import another domain only by its index; on the phone that stays a require. */
const domainBoundary = {
  name: 'domain-boundary',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/[a-z-]+$/ }, (args) => {
      if (!/\/core\/[a-z-]+$/.test(dirname(args.importer).replaceAll('\\', '/'))) return undefined
      return { path: `${args.path}/index.js`, external: true }
    })
  },
}

/**
 * What runs on this machine finds its packages in node_modules. Only those of core come along: they are written for
 * bundlers, and Node cannot import all of them by name.
 */
export const packagesStayOutside = {
  name: 'packages-stay-outside',
  setup(build) {
    const bundled = [at('core'), at('node_modules')]
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || path.startsWith('@class-pact/')) return undefined
      return bundled.some((folder) => importer.startsWith(folder)) ? undefined : { path, external: true }
    })
  },
}

/**
 * Makes a folder hold exactly these files. A file that is the same already is left alone and a changed one is swapped in
 * whole, so that whoever runs from the folder meanwhile never finds half of it.
 */
function replaceFolder(outdir, files) {
  const wanted = new Map(files.map(({ path, contents }) => [resolve(path), contents]))
  for (const [path, contents] of wanted) {
    if (existsSync(path) && readFileSync(path).equals(Buffer.from(contents))) continue
    mkdirSync(dirname(path), { recursive: true })
    const fresh = `${path}.${process.pid}.new`
    writeFileSync(fresh, contents)
    renameSync(fresh, path)
  }
  if (!existsSync(outdir)) return
  for (const name of readdirSync(outdir, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath ?? name.path, name.name)
    if (name.isFile() && !wanted.has(resolve(path)) && !path.endsWith('.new')) rmSync(path, { force: true })
  }
}

const bundle = async (options) => (await esbuild.build({ bundle: true, write: false, ...options })).outputFiles

/** `core/<domain>/index.ts` → `core/dist/<domain>/index.js`: what DevTools' npm build carries to the phone. */
export async function buildCore() {
  const domains = folders(at('core')).filter((name) => existsSync(at('core', name, 'index.ts')))
  const outdir = at('core/dist')
  const files = await bundle({
    entryPoints: domains.map((name) => ({ in: at('core', name, 'index.ts'), out: `${name}/index` })),
    outdir,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2018',
    // Chinese as it is: escaped it is twice as long, and the phone's packages are limited.
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
    plugins: [domainBoundary],
  })
  replaceFolder(outdir, files)
}

/** What CloudBase needs beside a function's code: its config.json, and a package.json naming what stays external. */
function describeFunction(name, outdir, version) {
  const config = at('cloudfunctions', name, 'config.json')
  const manifest = { name, version: '1.0.0', main: 'index.js', dependencies: { 'wx-server-sdk': version } }
  return [
    ...(existsSync(config) ? [{ path: join(outdir, name, 'config.json'), contents: readFileSync(config) }] : []),
    { path: join(outdir, name, 'package.json'), contents: `${JSON.stringify(manifest, null, 2)}\n` },
  ]
}

/** `cloudfunctions/<name>/index.ts` → `dist/cloudfunctions/<name>/{index.js,config.json,package.json}`. */
export async function buildFunctions() {
  const outdir = at('dist/cloudfunctions')
  const names = folders(at('cloudfunctions')).filter((name) => existsSync(at('cloudfunctions', name, 'index.ts')))
  if (names.length === 0) return
  const code = await bundle({
    entryPoints: names.map((name) => ({ in: at('cloudfunctions', name, 'index.ts'), out: `${name}/index` })),
    outdir,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfig: at('tsconfig.json'),
    external: ['wx-server-sdk'],
    legalComments: 'none',
    sourcemap: 'inline',
    sourcesContent: false,
  })
  const { devDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const described = names.flatMap((name) => describeFunction(name, outdir, devDependencies['wx-server-sdk']))
  replaceFolder(outdir, [...code, ...described])
}

/** `local/**` entry points → `dist/local/*.mjs`. */
export async function buildLocal() {
  const entries = {
    main: 'local/main.ts',
    cloud: 'local/cloud/main.ts',
    'function-worker': 'local/cloud/functions/worker.ts',
    phone: 'local/phone/main.ts',
  }
  const found = Object.entries(entries).filter(([, file]) => existsSync(at(file)))
  const outdir = at('dist/local')
  if (found.length === 0) return
  const files = await bundle({
    entryPoints: found.map(([out, file]) => ({ in: at(file), out })),
    outdir,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: at('tsconfig.json'),
    plugins: [packagesStayOutside],
    sourcemap: true,
  })
  replaceFolder(outdir, files)
}

/** `demo/index.ts` → `dist/demo/index.mjs`: what the local house brings into an empty cloud. */
export async function buildDemo() {
  const outdir = at('dist/demo')
  const files = await bundle({
    entryPoints: [{ in: at('demo/index.ts'), out: 'index' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    tsconfig: at('tsconfig.json'),
    plugins: [packagesStayOutside],
    sourcemap: true,
  })
  replaceFolder(outdir, files)
}

/** Builds everything; the order does not matter. */
export async function build() {
  await Promise.all([buildCore(), buildFunctions(), buildLocal(), buildDemo()])
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) build()
