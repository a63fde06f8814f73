// Decides how the program that reads QR codes comes into a function: as it is, in a file beside its code.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Beside the function's code. */
export const READER_FILE = 'code-reader.wasm'
const READER_MODULE = /[\\/]reader-wasm\.ts$/

/** The module that names the program's file in node_modules names the one beside the function instead. */
export const placeReader = {
  name: 'place-reader',
  setup(build) {
    build.onLoad({ filter: READER_MODULE }, () => ({
      contents: `import { join } from 'node:path'\nexport const READER_WASM = join(__dirname, '${READER_FILE}')\n`,
      loader: 'js',
    }))
  },
}

export const readReader = () =>
  readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
