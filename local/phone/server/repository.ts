// Decides where the sources of the runtime are, from source and from the built file alike.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A path inside the repository, found from this module upwards. */
export function inRepository(...parts: string[]): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'local', 'phone', 'runtime'))) return join(dir, ...parts)
    if (dirname(dir) === dir) throw new Error('the sources of the phone (local/phone) are missing')
  }
}
