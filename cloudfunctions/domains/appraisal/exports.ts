// Decides what of registers the exporter answers: workbooks and cards, which are heavy to write.
import { registerExportRows } from '@class-pact/core/register/contract'
import { serve } from '../../common/call/handlers'
import { findTable } from '../entry'
import { exportAppraisal } from './export-appraisal'
import { exportRegister } from './export-register'
import { printCard } from './print-card'

export const actions = serve(
  registerExportRows,
  { table: findTable },
  { 'register.export': exportRegister, 'card.print': printCard, 'appraisal.export': exportAppraisal },
)
