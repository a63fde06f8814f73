// Decides what of reports the exporter answers: the workbook of figures and the term on paper.
import { reportFileRows } from '@class-pact/core/report/contract'
import { serve } from '../../common/call/handlers'
import { exportFigures } from './export-figures'
import { printTerm } from './print-term'

export const actions = serve(reportFileRows, {}, { 'report.figures': exportFigures, 'report.term': printTerm })
