// Decides the actions on what follows a breach: cases and their ladder, the log, the supervisor, the audit.
import type { Handlers } from '../../common/call/handlers'
import { closeCase } from './close-case'
import { exportAudit } from './export-audit'
import { listCases } from './list-cases'
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
  | 'audit.export'
> = {
  'case.open': openCase,
  'case.step': stepCase,
  'case.close': closeCase,
  'case.list': listCases,
  'committee.mark': markCommittee,
  'supervisor.name': nameSupervisor,
  'log.read': readLog,
  'audit.export': exportAudit,
}
