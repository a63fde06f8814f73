// Decides how scripts get at the pact that the phone and the cloud run: one bundle, thrown away after loading.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Bundles `contents`, a module in the repository's root; whoever asks removes the file. */
export async function bundleCore(contents) {
  const bundle = join(root, 'dist', 'judge', `pact-${process.pid}.mjs`)
  await esbuild.build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    outfile: bundle,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    tsconfig: join(root, 'tsconfig.json'),
  })
  return bundle
}

/** What `contents`, a module in the repository's root, exports. */
export async function loadCore(contents) {
  const bundle = await bundleCore(contents)
  try {
    return await import(pathToFileURL(bundle).href)
  } finally {
    rmSync(bundle)
  }
}
