// Decides the actions on figures.
import { statisticsRows } from '@class-pact/core/statistics/contract'
import { serve } from '../../common/call/handlers'
import { findClass } from './find-class'
import { readClass } from './read-class'
import { readSchool } from './read-school'

export const actions = serve(
  statisticsRows,
  { class: findClass },
  {
    'statistics.read': readSchool,
    'statistics.class': readClass,
  },
)
