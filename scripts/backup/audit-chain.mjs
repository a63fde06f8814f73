// Decides whether a school's audit is unbroken: the same seal as the product's (G12, docs/adr/0012).
import { createHash } from 'node:crypto'

const MARK_LENGTH = 24

const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

function markMember(schoolId, openid) {
  return openid === 'system' ? openid : digest(['member', schoolId, openid]).slice(0, MARK_LENGTH)
}

function sealRow({ previous, schoolId, seq, at, by, role, action, target, detail }) {
  return digest([previous, schoolId, seq, at, markMember(schoolId, by), role, action, target, detail ?? null])
}

/**
 * Takes the rows one by one, from the first on.
 * @returns whether this one continues the one before
 */
export function followChain() {
  let last = { seq: 0, hash: '' }
  return (row) => {
    const fits = row.seq === last.seq + 1 && row.previous === last.hash && row.hash === sealRow(row)
    last = row
    return fits
  }
}
