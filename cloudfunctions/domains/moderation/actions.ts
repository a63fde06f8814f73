// Decides the actions on what follows a breach: cases and their ladder, the log, reports, the supervisor.
import { moderationRows } from '@class-pact/core/moderation/contract'
import { serve } from '../../common/call/handlers'
import { findListed } from '../../common/call/scope'
import { findGuardian } from '../class'
import { answerAppeal } from './answer-appeal'
import { answerReport, findReport } from './answer-report'
import { closeCase } from './close-case'
import { fileAppeal } from './file-appeal'
import { fileReport } from './file-report'
import { findCase } from './find-case'
import { listAppeals } from './list-appeals'
import { findListedCases, listCases } from './list-cases'
import { listReports } from './list-reports'
import { markCommittee, nameSupervisor } from './name-supervisor'
import { openCase } from './open-case'
import { readOwnCases } from './own-cases'
import { findLog, readLog } from './read-log'
import { stepCase } from './step-case'

export const actions = serve(
  moderationRows,
  {
    guardian: findGuardian,
    case: findCase,
    log: findLog,
    report: findReport,
    listed: findListed,
    listedCases: findListedCases,
  },
  {
    'case.open': openCase,
    'case.step': stepCase,
    'case.close': closeCase,
    'case.list': listCases,
    'case.own': readOwnCases,
    'appeal.file': fileAppeal,
    'appeal.list': listAppeals,
    'appeal.answer': answerAppeal,
    'committee.mark': markCommittee,
    'supervisor.name': nameSupervisor,
    'log.read': readLog,
    'report.file': fileReport,
    'report.answer': answerReport,
    'report.list': listReports,
  },
)
