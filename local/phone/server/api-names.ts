// Decides which names WeChat documents under `wx`: those the phone lacks must fail with their name.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Reads the method names of WeChat's own type declarations. */
export function readApiNames(): string[] {
  const manifest = createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json')
  const text = readFileSync(join(dirname(manifest), 'types', 'wx', 'lib.wx.api.d.ts'), 'utf8')
  const [, members = ''] = text.split(/\n {4}interface Wx \{/)
  return [...new Set([...members.matchAll(/^ {8}(\w+)[<(]/gm)].map((match) => match[1] ?? ''))]
}
