// Decides where uploaded files lie: one file each under a name derived from its path.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENVIRONMENT_ID } from '../functions/environment'

/** How CloudBase writes the id of a file: environment, bucket, path. */
const ID_PREFIX = `cloud://${ENVIRONMENT_ID}.6c6f-${ENVIRONMENT_ID}-1250000000/`

export interface StoredFile {
  path: string
  bytes: number
  type: string
  /** Whose phone put it there; absent when a function did. */
  owner?: string
}

export class FileStore {
  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true })
  }

  put(path: string, content: Buffer, type: string, owner = ''): void {
    const description: StoredFile = { path, bytes: content.length, type, ...(owner && { owner }) }
    const target = this.locate(path)
    writeFileSync(`${target}.part`, content)
    renameSync(`${target}.part`, target)
    writeFileSync(`${target}.json.part`, JSON.stringify(description))
    renameSync(`${target}.json.part`, `${target}.json`)
  }

  get(path: string): { content: Buffer; type: string } | undefined {
    const source = this.locate(path)
    if (!existsSync(`${source}.json`)) return undefined
    const { type } = JSON.parse(readFileSync(`${source}.json`, 'utf8')) as StoredFile
    return { content: readFileSync(source), type }
  }

  has(path: string): boolean {
    return existsSync(`${this.locate(path)}.json`)
  }

  /** The creator's openid: '' if a function made it; undefined if there is no such file. */
  ownerOf(path: string): string | undefined {
    const file = `${this.locate(path)}.json`
    if (!existsSync(file)) return undefined
    return (JSON.parse(readFileSync(file, 'utf8')) as StoredFile).owner ?? ''
  }

  /** Whether there was such a file. */
  remove(path: string): boolean {
    if (!this.has(path)) return false
    rmSync(`${this.locate(path)}.json`)
    rmSync(this.locate(path), { force: true })
    return true
  }

  list(): StoredFile[] {
    return readdirSync(this.directory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(this.directory, name), 'utf8')) as StoredFile)
      .sort((a, b) => a.path.localeCompare(b.path))
  }

  private locate(path: string): string {
    return join(this.directory, createHash('sha256').update(path).digest('hex'))
  }
}

export function fileIdOf(path: string): string {
  return ID_PREFIX + path
}

/** The path in a file id; undefined for an id of another environment or no id at all. */
export function pathOf(fileId: string): string | undefined {
  return fileId.startsWith(ID_PREFIX) ? fileId.slice(ID_PREFIX.length) : undefined
}
