// Decides which names WeChat documents under `wx`, and what each gives back: those the phone lacks fail in that shape.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ApiNames, ApiType } from '../api-names'

const COMMENT = /\/\*\*[^]*?\*\//g

/** Reads WeChat's own type declarations. */
export function readApiNames(): ApiNames {
  const manifest = createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json')
  const text = readFileSync(join(dirname(manifest), 'types', 'wx', 'lib.wx.api.d.ts'), 'utf8')
  const commented = [...text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*\n {8}(\w+)[<(]/g)]
  const [, wx = ''] = text.split(/\n {4}interface Wx \{/)
  const documented = new Set([...wx.matchAll(/^ {8}(\w+)[<(]/gm)].map((match) => match[1] ?? ''))
  const types = readTypes(text.replace(COMMENT, ''))
  const { Wx: all = {}, ...others } = types
  return {
    all,
    types: keepReached(all, others),
    deprecated: commented
      .filter(([, comment = '', name = '']) => documented.has(name) && /@deprecated|停止维护/.test(comment))
      .map(([, , name = '']) => name),
  }
}

type Types = Record<string, Record<string, ApiType>>

/** Every interface with its members: a method is `()` and what it gives back. */
function readTypes(text: string): Types {
  const types: Types = {}
  for (const [, name = '', body = ''] of text.matchAll(/\n {4}interface (\w+)[^{]*\{\n([^]*?)\n {4}\}/g)) {
    const members = (types[name] ??= {})
    // A member begins at the margin; what closes its parameters stands there as well.
    for (const member of body.split(/\n(?= {8}[\w])/)) {
      const [, key = '', mark = ''] = /^\s*(?:readonly )?(\w+)\??\s*([<(:])/.exec(member) ?? []
      if (!key) continue
      members[key] = mark === ':' ? readType(member.slice(member.indexOf(':') + 1)) : `()${readResult(member)}`
    }
  }
  return types
}

/** What follows the last closing parenthesis at the end of a method's parameters. */
function readResult(member: string): ApiType {
  return readType(/\):\s*([^()]*)$/.exec(member.trim())?.[1] ?? 'any')
}

function readType(text: string): ApiType {
  const type = text.trim()
  if (/^(Promise|Promisify)/.test(type)) return 'promise'
  if (type.endsWith('[]')) return 'array'
  return /^\w+$/.test(type) ? type : 'any'
}

/** Only what some name gives back, directly or further on. */
function keepReached(all: Record<string, ApiType>, types: Types): Types {
  const kept: Types = {}
  const waiting = Object.values(all)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = next.replace('()', '')
    const members = types[name]
    if (!members || kept[name]) continue
    kept[name] = members
    waiting.push(...Object.values(members))
  }
  return kept
}
