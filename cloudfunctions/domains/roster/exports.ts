// Decides the actions on rosters; the exporter answers them, for reading a file takes long.
import { rosterRows } from '@class-pact/core/roster/contract'
import { serve } from '../../common/call/handlers'
import { exportProblems } from './export-problems'
import { importRoster } from './import-roster'
import { previewRoster } from './preview-roster'

export const actions = serve(
  rosterRows,
  {},
  { 'roster.preview': previewRoster, 'roster.problems': exportProblems, 'roster.import': importRoster },
)
