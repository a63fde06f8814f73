// Decides what the code on a paper slip holds: a reference that means nothing without the slip it belongs to (N08).
import { deriveId } from '../../common/ids'
import type { SlipDoc } from './documents'

/** 60 bits: two children of a class never share one. */
const MARK_LENGTH = 10

/** What a slip is found by; the same however often it is printed. */
export const paperOf = (slipId: string): string => deriveId('paper', slipId)

const markOf = (slipId: string, childId: string, version: number) =>
  deriveId('paper', slipId, childId, String(version)).slice(0, MARK_LENGTH)

/** 41 characters. A version that is printed again after a correction has codes of its own (N11). */
export function codeOf({ _id, version }: Pick<SlipDoc, '_id' | 'version'>, childId: string): string {
  return `paper=${paperOf(_id)}.${markOf(_id, childId, version)}`
}

/** Which child's paper it is, and which version was on it. */
export function resolveCode(
  { _id, version, entries }: Pick<SlipDoc, '_id' | 'version' | 'entries'>,
  code: string,
): { childId: string; version: number } | undefined {
  const [, mark] = code.split('.')
  for (let printed = version; printed >= 1; printed--) {
    const childId = Object.keys(entries).find((each) => markOf(_id, each, printed) === mark)
    if (childId !== undefined) return { childId, version: printed }
  }
  return undefined
}
