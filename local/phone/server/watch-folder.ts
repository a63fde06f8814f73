// Decides when the files of a mini program have changed: on every system.
import { readdirSync, watch, type FSWatcher } from 'node:fs'
import { extname, join } from 'node:path'
import { mimeType } from './mime-types'

/** Editors write a file in several steps: this long nothing more may come (ms). */
const QUIET_MS = 30

const SOURCES = new Set(['.wxml', '.wxss', '.ts', '.js', '.json', '.wxs', '.less', '.scss', '.sass'])
/** What is installed, built or kept by tools changes without anybody editing it. */
const LEFT_OUT = /^(\.|node_modules$|miniprogram_npm$|miniprogram_dist$)/

/** True for a picture or a sound: it is not compiled. */
export const isAsset = (file: string): boolean => mimeType(extname(file)) !== undefined

/**
 * Watches a folder with all below it. Each folder has a watcher of its own: Node's recursive one misses files on Linux.
 * @param onChange told which files have changed; folders that come or go count as well
 */
export function watchFolder(root: string, onChange: (files: string[]) => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>()
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const follow = (folder: string) => {
    if (!watchers.has(folder)) {
      const watcher = watch(folder, (_, name) => name !== null && hear(folder, name))
      // A folder that was removed: whoever watches the one above has heard of it.
      watcher.on('error', () => drop(folder))
      watchers.set(folder, watcher)
    }
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !LEFT_OUT.test(entry.name)) follow(join(folder, entry.name))
    }
  }
  const drop = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const hear = (folder: string, name: string) => {
    const known = SOURCES.has(extname(name)) || isAsset(name)
    // A name without an end may be a folder that came, with files in it.
    if (LEFT_OUT.test(name) || (!known && extname(name) !== '')) return
    changed.add(join(folder, name))
    clearTimeout(timer)
    timer = setTimeout(tell, QUIET_MS)
  }
  const tell = () => {
    const files = [...changed]
    changed.clear()
    try {
      follow(root)
    } catch {
      // A folder went while it was read: the next event finds the rest.
    }
    onChange(files)
  }
  follow(root)
  return {
    close: () => {
      clearTimeout(timer)
      for (const folder of [...watchers.keys()]) drop(folder)
    },
  }
}
