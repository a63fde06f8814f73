// Decides that a slip's figures always add up, whoever does what in whatever order.
import fc from 'fast-check'
import { Query } from 'mingo'
import { updateOne } from 'mingo/updater'
import { canClose, countEntries, isOverdue, missingChildren, openEntries, type Entries } from '@class-pact/core/notice'
import {
  closeChange,
  followUpChange,
  readChange,
  signChange,
  type SlipChange,
} from '../../../../cloudfunctions/domains/slip/changes'
import type { ReplyMode } from '@class-pact/core/contract'

interface Slip {
  state: string
  version: number
  replyMode: ReplyMode
  deadline?: number
  updatedAt: number
  entries: Entries
}

const ROSTER = [0, 1, 2, 3].map((index) => ({
  ...{ childId: `c${index}`, no: String(index + 1), name: `孩子${index}`, guardians: index % 3 },
}))
const aSlip = (changes: Partial<Slip> = {}): Slip => ({
  ...{ state: 'running', version: 1, replyMode: 'sign', updatedAt: 0, entries: openEntries(ROSTER) },
  ...changes,
})
/** Carries a change out as a database does: only if its condition finds the slip. */
function apply(slip: Slip, { where, change }: SlipChange): boolean {
  const found = new Query(where).test(slip as never)
  if (found) updateOne([slip as never], {}, change as never)
  return found
}
const signature = (childId: string, openid = 'mother') => ({
  ...{
    childId,
    openid,
    signer: `${childId}妈妈`,
    version: 1,
    signature: { fileId: 'cloud://signature', digest: 'd1' },
  },
})
const call = (takesBack = false) => ({ way: 'phone' as const, told: '奶奶', at: 5, by: '语文王老师', takesBack })

describe('given a slip that wants a signature', () => {
  test('N05 the first of two guardians signs, the second finds nothing to sign', () => {
    const slip = aSlip()
    expect(apply(slip, signChange(signature('c0', 'mother'), 'punctual', 10))).toBe(true)
    expect(apply(slip, signChange(signature('c0', 'father'), 'punctual', 11))).toBe(false)
    expect(slip.entries['c0']).toMatchObject({ signedAt: 10, signerOpenid: 'mother', late: false })
  })

  test('N10 at the deadline it is punctual, one millisecond later it is late, and never both', () => {
    for (const [now, punctual] of [
      [100, true],
      [101, false],
    ] as const) {
      expect(apply(aSlip({ deadline: 100 }), signChange(signature('c0'), 'punctual', now))).toBe(punctual)
      expect(apply(aSlip({ deadline: 100 }), signChange(signature('c0'), 'late', now))).toBe(!punctual)
    }
    expect(apply(aSlip(), signChange(signature('c0'), 'late', 1_000))).toBe(false)
  })

  test.each([
    ['N08 a bare confirmation', aSlip(), { ...signature('c0'), signature: undefined }],
    ['N11 another version', aSlip({ version: 2 }), signature('c0')],
    ['N05 a notice that wants no reply', aSlip({ replyMode: 'read' }), signature('c0')],
    ['N16 a child that is not on it', aSlip(), signature('stranger')],
    ['a withdrawn notice', aSlip({ state: 'withdrawn' }), signature('c0')],
  ])('%s is not signed', (_, slip, by) => {
    expect(apply(slip, signChange(by, 'punctual', 10))).toBe(false)
    expect(countEntries(slip.entries).signed).toBe(0)
  })

  test('N05 reading marks read once and never unsigns', () => {
    const slip = aSlip()
    expect(apply(slip, readChange('c0', 1))).toBe(true)
    expect(apply(slip, readChange('c0', 2))).toBe(false)
    expect(slip.entries['c0']?.readAt).toBe(1)
  })

  test('N06 a counter-entry needs something to take back', () => {
    const slip = aSlip()
    expect(apply(slip, followUpChange('c0', call(true), 5, { version: 1 }))).toBe(false)
    expect(apply(slip, followUpChange('c0', call(), 5, { version: 1 }))).toBe(true)
    expect(apply(slip, followUpChange('c0', call(true), 6, { version: 1 }))).toBe(true)
    expect(slip.entries['c0']?.followUps).toHaveLength(2)
    expect(countEntries(slip.entries)).toMatchObject({ followed: 0, missing: 4 })
  })

  test('N06 what changed after the look is not closed over', () => {
    const slip = aSlip()
    apply(slip, signChange(signature('c0'), 'punctual', 10))
    expect(apply(slip, closeChange(0, 20))).toBe(false)
    expect(apply(slip, closeChange(10, 20))).toBe(true)
    expect(slip.state).toBe('closed')
  })
})

test('X01 N07 whatever happens in whatever order, signed, followed and missing add up to the roster', () => {
  const act = fc.record({
    kind: fc.constantFrom('read', 'sign', 'late', 'follow', 'takeBack'),
    child: fc.constantFrom('c0', 'c1', 'c2', 'c3', 'stranger'),
    who: fc.constantFrom('mother', 'father'),
  })
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 40 }),
      fc.constantFrom('none', 'read', 'confirm', 'sign'),
      (acts, replyMode) => {
        const slip = aSlip({ replyMode, deadline: 20 })
        const signers = new Map<string, string>()
        acts.forEach(({ kind, child, who }, now) => {
          if (kind === 'read') apply(slip, readChange(child, now))
          else if (kind === 'sign' || kind === 'late') {
            const done = apply(slip, signChange(signature(child, who), kind === 'sign' ? 'punctual' : 'late', now))
            if (done && signers.has(child)) throw new Error('signed twice')
            if (done) signers.set(child, who)
          } else apply(slip, followUpChange(child, call(kind === 'takeBack'), now, { version: 1 }))
        })
        const counts = countEntries(slip.entries)
        expect(counts.total).toBe(ROSTER.length)
        expect(counts.signed + counts.followed + counts.missing).toBe(counts.total)
        expect(counts.signed).toBe(signers.size)
        expect(missingChildren(slip.entries)).toHaveLength(counts.missing)
        expect(counts.read).toBeLessThanOrEqual(counts.missing)
        for (const [child, who] of signers) expect(slip.entries[child]?.signerOpenid).toBe(who)
      },
    ),
  )
})

test('N06 N07 only an important notice that wants a reply waits for everybody', () => {
  const left = { total: 4, signed: 3, followed: 0, read: 0, missing: 1 }
  expect(canClose({ important: true, replyMode: 'sign' }, left)).toBe(false)
  expect(canClose({ important: false, replyMode: 'confirm' }, left)).toBe(true)
  expect(canClose({ important: true, replyMode: 'sign' }, { ...left, signed: 4, missing: 0 })).toBe(true)
})

test('N10 overdue begins after the deadline, and only while somebody is missing', () => {
  const left = { total: 1, signed: 0, followed: 0, read: 0, missing: 1 }
  const slip = { deadline: 100, replyMode: 'sign' } as const
  expect(isOverdue(slip, left, 100)).toBe(false)
  expect(isOverdue(slip, left, 101)).toBe(true)
  expect(isOverdue(slip, { ...left, signed: 1, missing: 0 }, 101)).toBe(false)
  expect(isOverdue({ replyMode: 'sign' }, left, 101)).toBe(false)
})
