// Decides what the bureau sees of its schools: a row each, sums alone (screens.md 3.29, G22).
import { beijingDay } from '@class-pact/core/calendar'
import type { BureauSchool } from '@class-pact/core/contract'
import { sayInspection } from '../../../domains/bureau/words'
import { definePage } from '../../../services/define-page'
import { formatDate } from '../../../services/format'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity } from '../../../services/session'

function presentSchool({ schoolId, schoolName, reachedRate, leaves, registers, inspection, asOf }: BureauSchool) {
  const parts = [
    reachedRate === undefined ? '' : `送达${Math.round(reachedRate * 100)}%`,
    leaves === undefined ? '' : `请假${leaves}人次`,
    registers ? `台账${registers.done}份，未办完${registers.open}份` : '',
  ].filter(Boolean)
  const nothing = asOf === undefined ? '今晚统计，明早可看' : '人数太少，不显示数字'
  return { schoolId, schoolName, figures: parts.join('，') || nothing, inspected: sayInspection(inspection) }
}

definePage({
  data: { term: '', schools: [] as ReturnType<typeof presentSchool>[] },
  reads: 'bureau.schools',
  list: 'schools',
  actsAs: ({ role }) => role === 'bureau',
  ask() {
    const identity = currentIdentity()
    return identity && { identity: identity.key }
  },
  present({ term, schools }) {
    const asOf = Math.max(...schools.map((each) => each.asOf ?? 0))
    const until = formatDate(asOf > 0 ? beijingDay(asOf) : term.to)
    return { term: `本学期，到${until}`, schools: schools.map(presentSchool) }
  },
  onNotice() {
    openPage(ROUTES.bureauNotice())
  },
})
