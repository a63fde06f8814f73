// Decides which way up a picture is, as its EXIF says, and says it alone (EXIF 2.32, 4.6.4).

const ORIENTATION = 0x0112
const SHORT = 3
/** Offsets in TIFF's header and in a field of twelve bytes (TIFF 6.0, section 2). */
const HEADER = { order: 0, magic: 2, first: 4, bytes: 8 }
const FIELD = { bytes: 12, type: 2, value: 8 }
const MAGIC = 42

/** 1 (as it is stored) to 8; 1 also where nothing can be read of it. */
export function orientationOf(tiff: Buffer): number {
  const order = tiff.toString('latin1', HEADER.order, 2)
  if ((order !== 'II' && order !== 'MM') || tiff.length < HEADER.bytes) return 1
  const isLittle = order === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = isLittle ? tiff.readUInt32LE(HEADER.first) : tiff.readUInt32BE(HEADER.first)
  if (short(HEADER.magic) !== MAGIC) return 1
  const fields = Array.from({ length: short(first) }, (_, index) => first + 2 + index * FIELD.bytes)
  const found = fields.find((at) => short(at) === ORIENTATION && short(at + FIELD.type) === SHORT)
  const value = found === undefined ? 1 : short(found + FIELD.value)
  return value >= 1 && value <= 8 ? value : 1
}

/** A TIFF header, one directory and one field in it: nothing else. */
export function writeOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(HEADER.bytes + 2 + FIELD.bytes + 4)
  tiff.write('MM', HEADER.order, 'latin1')
  tiff.writeUInt16BE(MAGIC, HEADER.magic)
  tiff.writeUInt32BE(HEADER.bytes, HEADER.first)
  const directory = HEADER.bytes
  tiff.writeUInt16BE(1, directory)
  tiff.writeUInt16BE(ORIENTATION, directory + 2)
  tiff.writeUInt16BE(SHORT, directory + 2 + FIELD.type)
  tiff.writeUInt32BE(1, directory + 2 + 4)
  tiff.writeUInt16BE(orientation, directory + 2 + FIELD.value)
  return tiff
}
