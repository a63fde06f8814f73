// Decides how a reference becomes a QR code on paper: black rectangles, sharp in every size.
import { encode } from 'uqr'

interface Place {
  x: number
  y: number
  /** Points, without the white around it. */
  side: number
}
export type Rectangle = { x: number; y: number; width: number; height: number }

/** Level M (ISO/IEC 18004): a fold or a drop of ink is forgiven. Neighbours in a row are one rectangle. */
export function drawQr(text: string, { x, y, side }: Place): Rectangle[] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = side / size
  return data.flatMap((row, line) => {
    const runs: Rectangle[] = []
    for (let from = 0; from < size; from++) {
      if (!row[from]) continue
      let to = from
      while (row[to]) to++
      runs.push({ x: x + from * module, y: y + line * module, width: (to - from) * module, height: module })
      from = to
    }
    return runs
  })
}
