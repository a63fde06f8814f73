// Decides how what the reader learnt comes into a function: deflated, in a file beside its code.
import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import esbuild from 'esbuild'

/** Beside the function's code. */
export const LEARNT_FILE = 'learnt.deflated'
/** What is learnt of papers is another table, in one function only, and stays in its code. */
const LEARNT_MODULE = /[\\/]judge[\\/]reader[\\/]learnt\.ts$/
/** The smallest; it takes 20 ms. */
const LEVEL = 9

/** The module that stands for the learnt one: its numbers as they are, its tables read from the file when they are asked for. */
function describeLearnt(learnt) {
  const fields = Object.entries(learnt).map(([name, value]) =>
    typeof value === 'number' ? `${name}: ${value}` : `get ${name}() { return unpack().${name} }`,
  )
  return `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
let unpacked
const unpack = () => (unpacked ??= JSON.parse(inflateRawSync(readFileSync(join(__dirname, '${LEARNT_FILE}'))).toString()))
export const LEARNT = { ${fields.join(', ')} }
`
}

/** A plugin for functions, and what it packed: to be written beside each bundle that names the file. */
export function packLearnt() {
  let packed
  const plugin = {
    name: 'pack-learnt',
    setup(build) {
      build.onLoad({ filter: LEARNT_MODULE }, async ({ path }) => {
        const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'ts' })
        const { LEARNT } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
        packed = deflateRawSync(JSON.stringify(LEARNT), { level: LEVEL })
        return { contents: describeLearnt(LEARNT), loader: 'js' }
      })
    },
  }
  return { plugin, packed: () => packed }
}
