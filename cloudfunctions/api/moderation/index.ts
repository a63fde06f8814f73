// Decides the actions on what follows a breach: cases and their ladder, the log, reports, the supervisor, the audit.
import type { Handlers } from '../../common/call/handlers'
import { answerReport } from './answer-report'
import { closeCase } from './close-case'
import { exportAudit } from './export-audit'
import { fileReport } from './file-report'
import { listCases } from './list-cases'
import { listReports } from './list-reports'
import { markCommittee, nameSupervisor } from './name-supervisor'
import { openCase } from './open-case'
import { readLog } from './read-log'
import { stepCase } from './step-case'

export const moderationActions: Handlers<
  | 'case.open'
  | 'case.step'
  | 'case.close'
  | 'case.list'
  | 'committee.mark'
  | 'supervisor.name'
  | 'log.read'
  | 'report.file'
  | 'report.answer'
  | 'report.list'
  | 'audit.export'
> = {
  'case.open': openCase,
  'case.step': stepCase,
  'case.close': closeCase,
  'case.list': listCases,
  'committee.mark': markCommittee,
  'supervisor.name': nameSupervisor,
  'log.read': readLog,
  'report.file': fileReport,
  'report.answer': answerReport,
  'report.list': listReports,
  'audit.export': exportAudit,
}
