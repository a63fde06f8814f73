// Decides whose line on a slip a guardian reads: the own child's in its class, later what they signed themselves (L12).
import type { Identity } from '@class-pact/core/contract'
import type { SlipDoc } from './documents'

interface Reading {
  openid: string
  classId: string
  slip?: Pick<SlipDoc, 'entries'>
}

/** A child that is in the class has its line; of one that has left it the line that this guardian signed (L12). */
export function mayReadLine(
  { childId = '', classId: its, closed }: Pick<Identity, 'childId' | 'classId' | 'closed'>,
  { openid, classId, slip }: Reading,
): boolean {
  const entry = slip?.entries[childId]
  const isThere = its === classId && closed !== 'left' && closed !== 'suspended'
  const hasSigned = entry?.signerOpenid === openid || entry?.earlier?.some((each) => each.signerOpenid === openid)
  return entry !== undefined && (isThere || hasSigned === true)
}
