// Decides which data fields a template uses: 「避免 setData 数据冗余」 asks for no others.
import type { CompiledApp } from '../../bundle-format'

type Templates = Record<string, (name: string) => unknown>

/** What the templates of one mini program use. */
export interface BoundFields {
  /** Fields of one setData that its component's template does not use; what packages do is theirs. */
  findUnused(path: string, data: object): string[]
}

/** In a compiled template `D.name` reads a field; another template is taken in through `G`. */
const FIELD = /\bD\.([\w$]+)/g
const INCLUDES = /\bG\[/

export function findBoundFields({ units }: CompiledApp, templates: Templates): BoundFields {
  const known = new Map<string, ReadonlySet<string> | undefined>()
  const read = (path: string) => {
    const main = templates[path]?.('')
    const source = typeof main === 'function' ? Function.prototype.toString.call(main) : ''
    // What an included template uses cannot be told from here.
    return source && !INCLUDES.test(source)
      ? new Set([...source.matchAll(FIELD)].map((match) => match[1] ?? ''))
      : undefined
  }
  return {
    findUnused(path, data) {
      if (path.startsWith('miniprogram_npm/')) return []
      if (!known.has(path)) known.set(path, read(path))
      const used = known.get(path)
      const pattern = units[path]?.pureDataPattern
      const pure = pattern ? new RegExp(pattern) : undefined
      if (!used) return []
      return Object.keys(data)
        .map((key) => key.split(/[.[]/)[0] ?? '')
        .filter((field) => !used.has(field) && !pure?.test(field))
    },
  }
}
