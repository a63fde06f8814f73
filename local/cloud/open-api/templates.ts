// Decides which subscription message templates the account has: those that templates.json declares.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../json-file'

/** Template id → the names of its fields; undefined where nothing is declared. @throws when the file declares something else */
export function readTemplates(databaseDir: string): ReadonlyMap<string, readonly string[]> | undefined {
  const file = join(databaseDir, 'templates.json')
  if (!existsSync(file)) return undefined
  const declared = readJson(file)
  if (!Array.isArray(declared)) throw new Error(`${file} must hold a list of templates.`)
  return new Map(
    (declared as { id?: unknown; fields?: unknown }[]).map(({ id, fields }) => {
      const isWhole =
        typeof id === 'string' && Array.isArray(fields) && fields.every((field) => typeof field === 'string')
      if (!isWhole) throw new Error(`${file}: a template needs an id and the names of its fields.`)
      return [id, fields as string[]]
    }),
  )
}
