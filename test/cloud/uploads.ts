// Decides how a test uploads as a phone does, and what pictures it has.
import { deflateSync } from 'node:zlib'
import type { Input, Output, Reply, UploadPurpose } from '@class-pact/core/contract'

interface Asking {
  cloud: { url: string }
  ask(
    openid: string,
    action: 'upload.prepare',
    input: Input<'upload.prepare'>,
  ): Promise<Reply<Output<'upload.prepare'>>>
}

/** What `wx.cloud.uploadFile` gives, or its error. */
export interface Uploaded {
  fileID?: string
  error?: { errCode: number; errMsg: string }
}

/** Puts a file anywhere, as somebody's phone tries. */
export async function putFile(url: string, openid: string, path: string, content: Uint8Array): Promise<Uploaded> {
  const query = new URLSearchParams({ openid, path })
  const response = await fetch(`${url}/gateway/upload?${query}`, { method: 'POST', body: new Uint8Array(content) })
  return (await response.json()) as Uploaded
}

/** Asks for a place and puts the file there. */
export async function uploadAs(
  { cloud, ask }: Asking,
  openid: string,
  purpose: UploadPurpose,
  content: Uint8Array,
  schoolId?: string,
): Promise<string> {
  const reply = await ask(openid, 'upload.prepare', { purpose, count: 1, ...(schoolId && { schoolId }) })
  if (!reply.ok) throw new Error(`upload.prepare: ${reply.error.code}`)
  const { fileID, error } = await putFile(cloud.url, openid, reply.data.paths[0] ?? '', content)
  if (!fileID) throw new Error(`the upload was refused: ${error?.errMsg}`)
  return fileID
}

let pictures = 0

/** A JPEG as far as its markers go, each time another; nothing in it but the picture. */
export function aJpeg(width = 800, height = 600, { filler = 0, scan = true } = {}): Buffer {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  }
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  // One code of one bit for "no difference" and one for "nothing more": a block of grey takes two zero bits.
  const codes = (kind: number) => segment(0xc4, Buffer.from([kind, 1, ...Array<number>(15).fill(0), 0]))
  const blocks = Math.min(Math.ceil(width / 8) * Math.ceil(height / 8), 400_000)
  const table = Buffer.alloc(65, 1).fill(0, 0, 1)
  table.writeUInt32BE(0x01010101 + ++pictures, 61)
  const pixels = Buffer.concat([Buffer.alloc(Math.ceil(blocks / 4)), Buffer.from([0xff, 0]), Buffer.alloc(filler, 7)])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xdb, table),
    segment(0xc0, frame),
    ...[codes(0), codes(0x10)],
    ...(scan ? [segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), pixels] : []),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** A PNG with as many pixels as it says, up to a thousand lines; each time another; nothing in it but the picture. */
export function aPng(width = 292, height = 172): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length, 0)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, data, Buffer.alloc(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc(Math.min(height, 1_000) * (1 + Math.ceil(width / 8)))
  lines.write((++pictures).toString(36), 1, 'latin1')
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
