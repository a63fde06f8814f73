// Decides by which rules an entry is read, whose turn it is in it, and what becomes of it when a part is done.
import type { FieldAnswer, Instant } from '@class-pact/core/contract'
import { ownToRegister, partsOpen, stateOf, type Part, type Register } from '@class-pact/core/register'
import { readClock } from '../../common/clock'
import type { Duty } from '../../common/store/documents'
import type { EntryDoc, KeptAnswer, KeptPart } from './documents'

/** A school's own as it was asked then, one of the catalogue as it is. */
export const rulesOf = (entry: Pick<EntryDoc, 'asked'> | undefined, rules: Register): Register =>
  entry?.asked ? ownToRegister(entry.asked) : rules

type Parts = EntryDoc['parts']

/** When each part was done last. */
export const doneAt = (parts: Parts): Record<string, Instant> =>
  Object.fromEntries(Object.entries(parts).flatMap(([id, done]) => done.slice(-1).map(({ at }) => [id, at] as const)))

/** What was said last in each part, all together: a part decides by its own fields. */
const answersOf = (parts: Parts): KeptAnswer[] => Object.values(parts).flatMap((done) => done.at(-1)?.answers ?? [])

/** As the engine reads them: files count as named. */
export const plainAnswers = (answers: readonly KeptAnswer[]): FieldAnswer[] =>
  answers.map(({ files, ...answer }) => ({ ...answer, ...(files && { files: files.map(({ fileId }) => fileId) }) }))

/** Parts whose turn it is. */
export const turnOf = (rules: Register, parts: Parts): readonly Part[] =>
  partsOpen(rules, doneAt(parts), plainAnswers(answersOf(parts)))

export const stateAfter = (rules: Register, parts: Parts) => stateOf(rules, parts)

/** Whether a part is done now, or done once more: until one that comes after it is done. */
export function mayBeDone(rules: Register, { state, parts }: Pick<EntryDoc, 'state' | 'parts'>, id: string): boolean {
  if (state === 'void') return false
  if (turnOf(rules, parts).some((part) => part.id === id)) return true
  const isDone = (parts[id]?.length ?? 0) > 0
  return isDone && !rules.parts.some(({ id: next, after = [] }) => after.includes(id) && parts[next]?.length)
}

/** The parts with one more. */
export const withPart = (parts: Parts, id: string, done: KeptPart): Parts => ({
  ...parts,
  [id]: [...(parts[id] ?? []), done],
})

/** Whose turn has come is told, where the register says so. */
export function dutyOf(rules: Register, parts: Parts): Duty | undefined {
  const tells = turnOf(rules, parts).some((part) => part.tells && !parts[part.id]?.length)
  return tells ? { kind: 'tell', at: readClock(), lease: 0, tries: 0 } : undefined
}
