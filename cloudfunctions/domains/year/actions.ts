// Decides the actions on a new school year.
import { yearRows } from '@class-pact/core/year/contract'
import { serve } from '../../common/call/handlers'
import { readYear } from './read-year'
import { runYear } from './run-year'
import { undoYear } from './undo-year'

export const actions = serve(
  yearRows,
  {},
  {
    'year.read': readYear,
    'year.run': runYear,
    'year.undo': undoYear,
  },
)
