// Decides how the program that reads PDFs comes into a function: one file beside its code, run with the first PDF.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'

/** Beside the function's code. */
export const PDF_READER_FILE = 'pdf-reader.mjs'
const PROGRAM = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  'cloudfunctions',
  'domains',
  'pact',
  'read-pages.mjs',
)
const PROGRAM_MODULE = /[\\/]pdf-program\.ts$/

/** The module that names the program in the source names the one beside the function instead. */
export const placePdfReader = {
  name: 'place-pdf-reader',
  setup(build) {
    build.onLoad({ filter: PROGRAM_MODULE }, () => ({
      contents: `import { join } from 'node:path'\nexport const PDF_PROGRAM = join(__dirname, '${PDF_READER_FILE}')\n`,
      loader: 'js',
    }))
  },
}

/** The program and pdf.js, as the thread loads them. */
export async function bundlePdfReader() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [PROGRAM],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
  })
  return outputFiles[0].contents
}
