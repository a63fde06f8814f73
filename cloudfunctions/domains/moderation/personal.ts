// Decides what of cases and reports is personal: what was decided of somebody, and what they told (G04, M06).
import type { PersonCopy } from '@class-pact/core/contract'
import type { Personal } from '../../common/call/personal'
import { cases } from './cases'
import type { CaseDoc } from './documents'
import { reports } from './reports'

/** Of each in one copy, newest first: more than anybody has. */
const COPIED_MOST = 50

export const personal: Personal = {
  async copy({ openid }) {
    const [about, told] = await Promise.all([
      cases.list({ 'guardian.openid': openid }, { limit: COPIED_MOST, order: [['openedAt', 'desc']] }),
      reports.list({ 'by.openid': openid }, { limit: COPIED_MOST, order: [['at', 'desc']] }),
    ])
    return {
      part: {
        cases: about.map(presentCase),
        reports: told.map(({ className, words, at }) => ({ className, words, at })),
      },
      shortened: about.length === COPIED_MOST || told.length === COPIED_MOST,
    }
  },
  /** A case outlives a deletion, so that nobody sheds a mute; what was told stays told, and is nobody's. */
  async forget(openid) {
    await reports.update({ 'by.openid': openid }, { $set: { 'by.openid': '' } })
    await cases.update({ opener: openid }, { $unset: { opener: '' } })
    await cases.update({ taker: openid }, { $unset: { taker: '' } })
  },
}

/** What was decided of the person, not what staff wrote. */
function presentCase({ className, rule, state, openedAt, steps, appeals = [] }: CaseDoc): PersonCopy['cases'][number] {
  return {
    ...{ className, rule, state, openedAt },
    steps: steps.map(({ step, at, until }) => ({ step, at, until })),
    appeals: appeals.map(({ words, at }) => ({ words, at })),
  }
}
