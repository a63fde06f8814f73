// Decides how TypeScript for the browser is bundled: one script per page, made again when one of its files has changed.
import { resolve } from 'node:path'
import { readTime } from '../compile/piece-cache'
import { takeKept } from './kept-result'

/** Bundles a browser entry point into one script. */
export async function bundlePageScript(entry: string): Promise<string> {
  const { value } = await takeKept(`script ${entry}`, async () => {
    const { build } = await import('esbuild')
    const { outputFiles, metafile } = await build({
      entryPoints: [entry],
      bundle: true,
      metafile: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      loader: { '.css': 'text' },
      tsconfigRaw: {},
      legalComments: 'none',
    })
    const files = Object.keys(metafile.inputs).map((file) => resolve(file))
    return { value: outputFiles[0]?.text ?? '', inputs: files.map((file): [string, number] => [file, readTime(file)]) }
  })
  return value
}
