// Decides what is built from source: core for the phone, a bundle per cloud function, the local runtime, the demo.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { packLearnt } from './build/pack-learnt.mjs'
import { PDF_READER_FILE, bundlePdfReader, placePdfReader } from './build/place-pdf-reader.mjs'
import { READER_FILE, placeReader, readReader } from './build/place-reader.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)
const subfolders = (dir) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

/**
 * A domain of core uses another domain by its index only; on the phone that stays a require.
 * @param addressOf how the other domain is required
 */
const domainBoundary = (addressOf) => ({
  name: 'domain-boundary',
  setup(build) {
    build.onResolve({ filter: /^\.\.\// }, ({ path, importer, resolveDir }) => {
      const [domain] = relative(at('core'), importer).split(sep)
      const [other, ...inside] = relative(at('core'), join(resolveDir, path)).split(sep)
      if (other === '..' || other === domain || inside.length > 0) return undefined
      return { path: addressOf(other), external: true }
    })
  },
})

/** What each caller takes of the domains: the export of the file that every domain has for it, or leaves away. */
const DOMAIN_PARTS = {
  manifests: 'manifest',
  actions: 'actions',
  exports: 'actions',
  writes: 'actions',
  steps: 'steps',
  personal: 'personal',
}

/**
 * `domains:actions`: a list of what the domains' `actions.ts` export, and so on, so that a new domain is a new folder and
 * no other edit (typings/domains.d.ts).
 * @param folders where domains live
 */
const listsOfDomains = (folders) => ({
  name: 'lists-of-domains',
  setup(build) {
    build.onResolve({ filter: /^domains:/ }, ({ path }) => ({
      path: path.slice('domains:'.length),
      namespace: 'domains',
    }))
    build.onLoad({ filter: /.*/, namespace: 'domains' }, ({ path: part }) => {
      const file = part === 'manifests' ? 'manifest.ts' : `${part}.ts`
      const found = folders
        .flatMap((folder) => subfolders(folder).map((name) => join(folder, name, file)))
        .filter(existsSync)
      const lines = found.map(
        (path, index) => `import { ${DOMAIN_PARTS[part]} as domain${index} } from ${JSON.stringify(path)}`,
      )
      const list = found.map((_, index) => `domain${index}`).join(', ')
      return { contents: `${lines.join('\n')}\nexport const domains = [${list}]\n`, resolveDir: root, loader: 'ts' }
    })
  },
})

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

/** How core is bundled for a phone. Chinese as it is: escaped it is twice as long, and the phone's packages are limited. */
const FOR_THE_PHONE = {
  format: 'cjs',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2018',
  charset: 'utf8',
  legalComments: 'none',
  minify: true,
}
/** The heavy part of core: it is a package of its own, which only the sub-package of those who write carries (ADR 0013). */
const JUDGE = 'judge'
/** What the phone has no use for: the catalogue of registers comes with each answer (docs/adr/0029). */
const CLOUD_ONLY = ['register', 'draft', 'misjudgement']

/**
 * `core/<domain>/index.ts` → `core/dist/<domain>/index.js`: what DevTools' npm build carries to the phone; and the judge,
 * with the manifest that names it → `dist/phone/compose`, whence it goes into the sub-package `packages/compose`.
 */
export async function buildCore() {
  const domains = subfolders(at('core')).filter(
    (name) => existsSync(at('core', name, 'index.ts')) && ![JUDGE, ...CLOUD_ONLY].includes(name),
  )
  const outdir = at('core/dist')
  const files = await bundle({
    ...FOR_THE_PHONE,
    entryPoints: domains.map((name) => ({ in: at('core', name, 'index.ts'), out: `${name}/index` })),
    outdir,
    plugins: [domainBoundary((domain) => `../${domain}/index.js`)],
  })
  replaceFolder(outdir, files)
  await buildJudge()
}

async function buildJudge() {
  const outdir = at('dist/phone/compose')
  const folder = join(outdir, 'node_modules', '@class-pact', JUDGE)
  const { version } = JSON.parse(readFileSync(at('core/package.json'), 'utf8'))
  const name = `@class-pact/${JUDGE}`
  const manifest = (content) => JSON.stringify({ private: true, version, ...content }, null, 2)
  const code = await bundle({
    ...FOR_THE_PHONE,
    entryPoints: [{ in: at('core', JUDGE, 'index.ts'), out: 'index' }],
    outdir: join(folder, 'dist'),
    plugins: [domainBoundary((domain) => `@class-pact/core/${domain}/index.js`)],
  })
  replaceFolder(outdir, [
    { path: join(outdir, 'package.json'), contents: manifest({ name: 'compose', dependencies: { [name]: version } }) },
    { path: join(folder, 'package.json'), contents: manifest({ name, miniprogram: 'dist', main: 'dist/index.js' }) },
    ...code,
  ])
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

/** Beside the folder that is deployed: a map is for whoever reads a stack trace here, and nothing a function loads. */
const mapsOf = (outdir) => join(dirname(outdir), 'source-maps')

/** Moves a bundle's source map out of the folder that is deployed; the comment leads there, and Node passes over it where the map is missing. */
function moveMap({ path, text }, outdir) {
  const [from, to] = path.endsWith('.map') ? [path, join(mapsOf(outdir), relative(outdir, path))] : [path, path]
  if (from !== to) return { path: to, contents: text }
  const map = relative(dirname(path), join(mapsOf(outdir), `${relative(outdir, path)}.map`)).replaceAll('\\', '/')
  return { path, contents: `${text}//# sourceMappingURL=${map}\n` }
}

/**
 * `cloudfunctions/<name>/index.ts` → `dist/cloudfunctions/<name>/{index.js,config.json,package.json}`, and its map.
 * @param outdir where they go
 * @param domains more folders with domains
 */
export async function buildFunctions({ outdir = at('dist/cloudfunctions'), domains = [] } = {}) {
  const names = subfolders(at('cloudfunctions')).filter((name) => existsSync(at('cloudfunctions', name, 'index.ts')))
  if (names.length === 0) return
  const learnt = packLearnt()
  const code = await bundle({
    entryPoints: names.map((name) => ({ in: at('cloudfunctions', name, 'index.ts'), out: `${name}/index` })),
    outdir,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfig: at('tsconfig.json'),
    external: ['wx-server-sdk'],
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    plugins: [learnt.plugin, placeReader, placePdfReader, listsOfDomains([at('cloudfunctions/domains'), ...domains])],
  })
  const isMap = ({ path }) => path.endsWith('.map')
  const moved = code.map((file) => moveMap(file, outdir))
  const placeBeside = async (name, read) => {
    const users = code.filter((file) => !isMap(file) && file.text.includes(name))
    const contents = users.length > 0 && (await read())
    return users.map(({ path }) => ({ path: join(dirname(path), name), contents }))
  }
  const beside = [
    ...(await Promise.all([...learnt.packed].map(([name, content]) => placeBeside(name, () => content)))).flat(),
    ...(await placeBeside(READER_FILE, readReader)),
    ...(await placeBeside(PDF_READER_FILE, bundlePdfReader)),
  ]
  const { devDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))
  const described = names.flatMap((name) => describeFunction(name, outdir, devDependencies['wx-server-sdk']))
  replaceFolder(outdir, [...moved.filter((file) => !isMap(file)), ...beside, ...described])
  replaceFolder(mapsOf(outdir), moved.filter(isMap))
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
