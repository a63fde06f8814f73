// Decides where a file of the mini program lies on disk: in its own folder, or in an npm package made for mini programs.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const NPM_ROOT = 'miniprogram_npm/'

/** Reads a mini program by its own paths (posix, no leading slash); remembers what was read. */
export class SourceFolder {
  /** Disk path → modification time, of every file that decided the result (0 = was absent). */
  readonly inputs = new Map<string, number>()
  private readonly packages = new Map<string, string | undefined>()

  /** @param given package name → folder, for packages that are not taken from node_modules */
  constructor(
    readonly root: string,
    given: Record<string, string> = {},
  ) {
    for (const [name, folder] of Object.entries(given)) this.packages.set(name, folder)
  }

  /** Disk path of a mini program path, whether or not a file is there. */
  toDisk(path: string): string {
    const own = join(this.root, ...path.split('/'))
    if (!path.startsWith(NPM_ROOT) || existsSync(own)) return own
    const [name, rest] = splitPackagePath(path.slice(NPM_ROOT.length))
    const folder = this.findPackage(name)
    return folder ? join(folder, ...rest.split('/')) : own
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
    return readFileSync(this.toDisk(path), 'utf8')
  }

  /** The folder a package gives to mini programs: the one its package.json calls "miniprogram". */
  private findPackage(name: string): string | undefined {
    if (this.packages.has(name)) return this.packages.get(name)
    let found: string | undefined
    for (let dir = this.root; ; dir = dirname(dir)) {
      const manifest = join(dir, 'node_modules', ...name.split('/'), 'package.json')
      if (existsSync(manifest)) {
        const { miniprogram } = JSON.parse(readFileSync(manifest, 'utf8')) as { miniprogram?: string }
        if (miniprogram) found = join(dirname(manifest), miniprogram)
        break
      }
      if (dirname(dir) === dir) break
    }
    this.packages.set(name, found)
    return found
  }
}

function splitPackagePath(path: string): [name: string, rest: string] {
  const parts = path.split('/')
  const size = path.startsWith('@') ? 2 : 1
  return [parts.slice(0, size).join('/'), parts.slice(size).join('/')]
}

/** Joins and normalises mini program paths; a leading slash means the mini program's root. */
export function resolvePath(from: string, target: string): string {
  const joined = target.startsWith('/') ? target : posix.join(posix.dirname(from), target)
  return posix.normalize(joined).replace(/^\/+/, '')
}

/** Tries `miniprogram_npm/<target>` in the folder of `from` and in every folder above it. */
export function resolveNpm<T>(from: string, target: string, attempt: (path: string) => T | undefined): T | undefined {
  for (let dir = posix.dirname(from); ; dir = posix.dirname(dir)) {
    const found = attempt(posix.normalize(posix.join(dir, NPM_ROOT, target)))
    if (found !== undefined) return found
    if (dir === '.' || dir === '/' || dir === '') return undefined
  }
}
