// Decides how TypeScript for the browser is bundled: one script per page, made when it is first asked for.
import { build } from 'esbuild'

/** Bundles a browser entry point into one script. */
export async function bundlePageScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'text' },
    tsconfigRaw: {},
    legalComments: 'none',
  })
  return outputFiles[0]?.text ?? ''
}
