// Decides the actions on figures.
import { statisticsRows } from '@class-pact/core/statistics/contract'
import { serve } from '../../common/call/handlers'
import { findClass } from './find-class'
import { findNotice } from './find-notice'
import { listItems } from './list-items'
import { readClass } from './read-class'
import { readNotice } from './read-notice'
import { readSchool } from './read-school'
import { readStaff } from './read-staff'
import { readWork } from './read-work'

export const actions = serve(
  statisticsRows,
  { class: findClass, notice: findNotice },
  {
    'statistics.read': readSchool,
    'statistics.class': readClass,
    'statistics.notice': readNotice,
    'statistics.work': readWork,
    'statistics.staff': readStaff,
    'statistics.items': listItems,
  },
)
