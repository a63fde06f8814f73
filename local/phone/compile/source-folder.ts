// Decides where a file of the mini program lies on disk: in its own folder.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'

const NPM_ROOT = 'miniprogram_npm/'
/** A path of a package: the folder it is packed into, its name, the rest; a package within a package is part of that. */
const NPM_PATH = /^(?<place>(?:[^/]+\/)*?)miniprogram_npm\/(?<name>@[^/]+\/[^/]+|[^/]+)\/?(?<rest>.*)$/
/** 「npm 支持」: where a package for mini programs keeps its files, unless it says otherwise. */
const DEFAULT_FOLDER = 'miniprogram_dist'
const MAIN_SCRIPT = 'index.js'
const BYTE_ORDER_MARK = /^\ufeff/

/** Reads a mini program by its own paths (posix, no leading slash); remembers what was read. */
export class SourceFolder {
  /** Disk path → modification time, of every file that decided the result (0 = was absent). */
  inputs = new Map<string, number>()
  /** app.json's `resolveAlias`: `~/*` → `/*`. */
  aliases: Record<string, string> = {}
  /** Folder of the mini program → folder on disk whose packages it has; the root has those of node_modules above it. */
  npm: Record<string, string> = {}
  private readonly packages = new Map<string, string | undefined>()
  /** Packages for everybody: their main script is all that the mini program gets, as after 「构建 npm」. */
  private readonly mains = new Map<string, string | undefined>()

  /** @param given package name → folder, for packages that are not taken from node_modules */
  constructor(
    readonly root: string,
    given: Record<string, string> = {},
  ) {
    for (const [name, folder] of Object.entries(given)) this.packages.set(name, folder)
  }

  /** The same folder, which remembers for itself what is read from now on. */
  fork(): SourceFolder {
    const view = Object.create(this) as SourceFolder
    view.inputs = new Map()
    return view
  }

  /** Disk path of a mini program path, whether or not a file is there. */
  toDisk(path: string): string {
    const own = join(this.root, ...path.split('/'))
    const packed = splitPackagePath(path)
    if (!packed || existsSync(own)) return own
    const folder = this.findPackage(packed)
    if (folder) return join(folder, ...packed.rest.split('/'))
    return (packed.rest === MAIN_SCRIPT && this.mains.get(packed.place + packed.name)) || own
  }

  /** Whether a script is an npm package's main one, which its own requires must be bundled into. */
  isPackageMain(path: string): boolean {
    const packed = splitPackagePath(path)
    return packed !== undefined && this.mains.get(packed.place + packed.name) === this.toDisk(path)
  }

  has(path: string): boolean {
    const disk = this.toDisk(path)
    const stat = statSync(disk, { throwIfNoEntry: false })
    const found = stat?.isFile() ?? false
    this.inputs.set(disk, found && stat ? stat.mtimeMs : 0)
    return found
  }

  read(path: string): string {
    this.has(path)
    return readFileSync(this.toDisk(path), 'utf8').replace(BYTE_ORDER_MARK, '')
  }

  /** The folder a package gives to mini programs: what its package.json calls "miniprogram", else `miniprogram_dist`. */
  private findPackage({ place, name }: PackagePath): string | undefined {
    const key = place + name
    if (this.packages.has(key)) return this.packages.get(key)
    let found: string | undefined
    for (const dir of this.foldersFor(place)) {
      const manifest = join(dir, 'node_modules', ...name.split('/'), 'package.json')
      if (existsSync(manifest)) {
        const { miniprogram = DEFAULT_FOLDER } = JSON.parse(readFileSync(manifest, 'utf8')) as { miniprogram?: string }
        const given = join(dirname(manifest), miniprogram)
        if (existsSync(given)) found = given
        else this.mains.set(key, findMain(dirname(manifest)))
        break
      }
    }
    this.packages.set(key, found)
    return found
  }

  /** Where the packages of a folder of the mini program are looked for. */
  private foldersFor(place: string): string[] {
    if (place) return [this.npm[place]].filter((folder) => folder !== undefined)
    const folders = [this.root]
    for (let dir = this.root; dirname(dir) !== dir;) folders.push((dir = dirname(dir)))
    return folders
  }
}

function findMain(folder: string): string | undefined {
  try {
    return createRequire(join(folder, 'package.json')).resolve(folder)
  } catch {
    return undefined
  }
}

interface PackagePath {
  place: string
  name: string
  rest: string
}

function splitPackagePath(path: string): PackagePath | undefined {
  const { place = '', name = '', rest = '' } = NPM_PATH.exec(path)?.groups ?? {}
  return name ? { place, name, rest } : undefined
}

/** Joins and normalises mini program paths; a leading slash means the mini program's root. */
export function resolvePath(from: string, target: string): string {
  const joined = target.startsWith('/') ? target : posix.join(posix.dirname(from), target)
  return posix.normalize(joined).replace(/^\/+/, '')
}

/** What a `require` or a `usingComponents` names: an alias, a path from here or from the root, or an npm package. */
export function resolveReference<T>(
  folder: SourceFolder,
  from: string,
  target: string,
  attempt: (path: string) => T | undefined,
): T | undefined {
  const path = expandAlias(folder.aliases, target)
  const near = attempt(resolvePath(from, path))
  return near === undefined && !/^[./]/.test(path) ? resolveNpm(from, path, attempt) : near
}

/** 「resolveAlias」: the first alias that fits, e.g. from `~/*` to `/*`; a path without `*` stands for itself. */
function expandAlias(aliases: Record<string, string>, target: string): string {
  for (const [alias, path] of Object.entries(aliases)) {
    const [start = '', end] = alias.split('*', 2)
    const root = path.startsWith('/') ? path : `/${path}`
    if (end === undefined ? target === start : target.startsWith(start))
      return root.replace('*', target.slice(start.length))
  }
  return target
}

/** Tries `miniprogram_npm/<target>` in the folder of `from` and in every folder above it. */
function resolveNpm<T>(from: string, target: string, attempt: (path: string) => T | undefined): T | undefined {
  for (let dir = posix.dirname(from); ; dir = posix.dirname(dir)) {
    const found = attempt(posix.normalize(posix.join(dir, NPM_ROOT, target)))
    if (found !== undefined) return found
    if (dir === '.' || dir === '/' || dir === '') return undefined
  }
}
