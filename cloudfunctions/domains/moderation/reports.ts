// Decides what is asked of a supervisor's reports; none is ever removed (M06).
import { openCollection, type Collection } from '../../common/store/collection'
import type { ReportDoc } from './documents'

export const reports: Omit<Collection<ReportDoc>, 'remove'> = openCollection<ReportDoc>('reports')
