// Decides how the end of the audit is kept outside the database, and what it says later (G12, docs/adr/0012).

/** How far the audit reached, and the seal of its last row: everything before is in it. */
export interface Anchor {
  seq: number
  hash: string
}

/** `cut`: the audit no longer reaches that far. `forked`: another row stands in that place. */
export type Anchored = 'unbroken' | 'cut' | 'forked'

/** Characters of the seal that are kept: 80 bits, which nobody hits by trying, and which can be copied by hand. */
const SEAL_LENGTH = 20
const GROUP = 4
const CODE = new RegExp(`^(\\d{1,9})-([0-9a-f]{${SEAL_LENGTH}})$`)

/** 128-9f3a-0c5e-7d21-88e0-41bc */
export function writeAnchor({ seq, hash }: Anchor): string {
  const groups = Array.from({ length: SEAL_LENGTH / GROUP }, (_, index) =>
    hash.slice(index * GROUP, (index + 1) * GROUP),
  )
  return [seq, ...groups].join('-')
}

/** However it was written down: spaces, capitals, dashes or none. Undefined: it is none. */
export function readAnchor(written: string): Anchor | undefined {
  const [first = '', ...rest] = written
    .trim()
    .toLowerCase()
    .split(/[\s\-－—–_.,]+/)
  const [, seq, hash] = CODE.exec(`${first}-${rest.join('')}`) ?? []
  return seq && hash && Number(seq) > 0 ? { seq: Number(seq), hash } : undefined
}

/** @param row what stands in the anchor's place now */
export function compareAnchor(anchor: Anchor, row: Anchor | undefined): Anchored {
  if (!row) return 'cut'
  return row.seq === anchor.seq && row.hash.startsWith(anchor.hash) ? 'unbroken' : 'forked'
}
