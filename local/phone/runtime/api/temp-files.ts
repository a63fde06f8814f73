// Decides where the phone keeps temporary files: blobs behind wxfile:// names.
import { ApiError } from './define-api'

/** The phone's file system. */
export class TempFiles {
  /** Where an app may write: `wx.env.USER_DATA_PATH`. */
  readonly userPath = 'wxfile://usr'
  private readonly files = new Map<string, Blob>()
  private readonly addresses = new Map<string, string>()
  private count = 0

  /** Keeps a blob and gives its temporary path; the extension follows `name`. */
  add(blob: Blob, name: string): string {
    const extension = /\.\w+$/.exec(name)?.[0] ?? ''
    const path = `wxfile://tmp_${(this.count += 1)}${extension}`
    this.files.set(path, blob)
    return path
  }

  addBase64(base64: string, name: string): string {
    return this.add(new Blob([decodeBase64(base64)], { type: mediaType(name) }), name)
  }

  write(path: string, blob: Blob): void {
    this.files.set(path, blob)
    this.addresses.delete(path)
  }

  remove(path: string): void {
    this.find(path)
    this.files.delete(path)
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  /** @throws ApiError when there is no such file */
  find(path: string): Blob {
    const blob = this.files.get(path)
    if (!blob) throw new ApiError(`no such file or directory, open "${path}"`)
    return blob
  }

  /** Reads a temporary file, or an asset of the mini program. */
  async read(path: string): Promise<Blob> {
    if (path.startsWith('wxfile://')) return this.find(path)
    if (path.startsWith('data:') || path.startsWith('http')) return (await fetch(path)).blob()
    const response = await fetch(`/app/${path.replace(/^\//, '')}`)
    if (!response.ok) throw new ApiError(`no such file or directory, open "${path}"`)
    return response.blob()
  }

  /** The address under which the browser can show a file. */
  address(path: string): string {
    if (!path.startsWith('wxfile://')) return path
    const known = this.addresses.get(path)
    if (known) return known
    const blob = this.files.get(path)
    const made = blob ? URL.createObjectURL(blob) : path
    this.addresses.set(path, made)
    return made
  }
}

export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

export function mediaType(name: string): string {
  return MEDIA_TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
