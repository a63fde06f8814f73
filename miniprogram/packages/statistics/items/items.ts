// Decides how the list behind a figure is asked for, and where each of its lines leads (X02–X04, G09).
import type { CountedFigure, Day, Grade, Input, Range } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { presentItems, type ItemsView } from './present'

definePage({
  data: { view: null as ItemsView | null },
  query: {
    ...{ schoolId: '', figure: 'posts' as CountedFigure, range: 'week' as Range, of: '' },
    ...{ classId: '', grade: '', staffId: '', rule: '', who: '' },
  },
  reads: 'statistics.items',
  list: 'items',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId, figure, range, of, classId, grade, staffId, rule }): Input<'statistics.items'> {
    return {
      ...{ schoolId, figure, range },
      ...(of && { of: of as Day }),
      ...(classId && { classId }),
      ...(grade && { grade: grade as Grade }),
      ...(staffId && { staffId }),
      ...(rule && { rule }),
    }
  },
  present(list) {
    const { schoolId, who, rule } = this.query
    return { view: presentItems(list, { schoolId, who, rule, now: Date.now() }) }
  },
  onRow(event: TapEvent) {
    openPage(event.currentTarget.dataset['url'] as string)
  },
})
