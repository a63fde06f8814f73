// Decides what a mini program code looks like here: a picture of the right kind, different for every scene.
import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const CELLS = 16
const CELL_PIXELS = 17
const SIZE = CELLS * CELL_PIXELS
const GREYSCALE_8_BIT = [8, 0, 0, 0, 0]
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG whose cells are the bits of the scene's hash. */
export function drawCode(scene: string): Buffer {
  const hash = createHash('sha256').update(scene).digest()
  const isDark = (cell: number) => ((hash[cell >> 3] ?? 0) >> (cell & 7)) & 1
  const rows = Array.from({ length: SIZE }, (_, y) => {
    const row = Buffer.alloc(SIZE + 1)
    for (let x = 0; x < SIZE; x++) {
      const cell = Math.floor(y / CELL_PIXELS) * CELLS + Math.floor(x / CELL_PIXELS)
      row[x + 1] = isDark(cell) ? 0 : 255
    }
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set(GREYSCALE_8_BIT, 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
