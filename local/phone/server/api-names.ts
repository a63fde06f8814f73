// Decides which names WeChat documents under `wx`: those the phone lacks must fail with their name.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What WeChat's own type declarations say. */
export interface ApiNames {
  all: string[]
  /** Marked as deprecated or no longer maintained. */
  deprecated: string[]
}

/** Reads the method names of WeChat's own type declarations. */
export function readApiNames(): ApiNames {
  const manifest = createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json')
  const text = readFileSync(join(dirname(manifest), 'types', 'wx', 'lib.wx.api.d.ts'), 'utf8')
  const [, members = ''] = text.split(/\n {4}interface Wx \{/)
  const commented = [...members.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*\n {8}(\w+)[<(]/g)]
  return {
    all: [...new Set([...members.matchAll(/^ {8}(\w+)[<(]/gm)].map((match) => match[1] ?? ''))],
    deprecated: commented
      .filter(([, comment = '']) => /@deprecated|停止维护/.test(comment))
      .map(([, , name = '']) => name),
  }
}
