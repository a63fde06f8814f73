// Decides what PDFs a test has: small ones, as programs for writing letters make them, and what hides in bad ones.
import { deflateSync } from 'node:zlib'

let documents = 0

/** One page; each time another. `more` are further objects, as they stand in the file. */
export function aPdf(more: readonly (string | Buffer)[] = [], { filler = 0, end = '%%EOF\n' } = {}): Buffer {
  const bytes = (part: string | Buffer) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
  return Buffer.concat([
    bytes(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n% ${process.pid} ${++documents}\n`),
    bytes('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    bytes('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    bytes('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n'),
    ...more.flatMap((each, at) => [bytes(`${at + 4} 0 obj\n`), bytes(each), bytes('\nendobj\n')]),
    ...(filler > 0
      ? [bytes('99 0 obj\n<< /Length 1 >>\nstream\n'), Buffer.alloc(filler, 7), bytes('\nendstream\nendobj\n')]
      : []),
    bytes(`trailer\n<< /Root 1 0 R >>\nstartxref\n0\n${end}`),
  ])
}

/** Objects packed into one, as newer programs write them. */
export function packedObjects(objects: string, packed = deflateSync(Buffer.from(`1 0 ${objects}`, 'latin1'))): Buffer {
  const head = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\r\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream')])
}
