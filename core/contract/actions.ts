// Decides which actions exist, which function answers them, what goes in and comes out, and who may call them at all.
import type * as z from 'zod/mini'
import * as leave from './leave'
import * as moderation from './moderation'
import * as notice from './notice'
import * as pact from './pact'
import * as people from './people'
import * as roster from './roster'
import * as today from './today'
import * as upload from './upload'
import type { Role } from './values'
import type { Checked } from './words'

const STAFF = ['head_teacher', 'teacher', 'office', 'principal'] as const satisfies readonly Role[]
const LEADERS = ['office', 'principal'] as const satisfies readonly Role[]
const MEMBERS = ['guardian', ...STAFF, 'supervisor'] as const satisfies readonly Role[]

/**
 * Input schema, function and roles of every action.
 * `roles: 'anyone'` are the doors: they work for a stranger and tell a stranger nothing.
 * Roles are necessary, never sufficient: the action checks whose child, class or school it is (M14, N16).
 * WeChat is asked about the words of a call before its action begins, and risky ones end it (C04); an action that
 * `asksItself` looks first, and decides itself about risky ones. What stands on a card at once, and nobody looks at,
 * `mustPass`: there a doubt ends the call too.
 */
export const ACTIONS = {
  'session.read': { function: 'api', input: people.sessionRead, roles: 'anyone' },
  'reminders.accept': { function: 'api', input: people.remindersAccept, roles: MEMBERS },

  // About the caller alone, also after the last role is gone: a broken call is finished by repeating it.
  'person.export': { function: 'api', input: people.personExport, roles: 'anyone' },
  'person.delete': { function: 'api', input: people.personDelete, roles: 'anyone' },
  'seat.leave': { function: 'api', input: people.seatLeave, roles: 'anyone' },

  'school.activate': { function: 'api', input: people.schoolActivate, roles: 'anyone', mustPass: true },
  'school.read': { function: 'api', input: people.schoolRead, roles: LEADERS },
  'school.update': { function: 'api', input: people.schoolUpdate, roles: ['principal'] },
  'roster.preview': { function: 'exporter', input: roster.rosterPreview, roles: LEADERS },
  'roster.import': { function: 'exporter', input: roster.rosterImport, roles: LEADERS },

  'invitation.create': {
    function: 'api',
    input: people.invitationCreate,
    roles: ['head_teacher', ...LEADERS, 'guardian'],
  },
  'invitation.read': { function: 'api', input: people.invitationRead, roles: 'anyone' },
  'join.guardian': { function: 'api', input: people.joinGuardian, roles: 'anyone' },
  'join.staff': { function: 'api', input: people.joinStaff, roles: 'anyone' },
  'seat.request': { function: 'api', input: people.seatRequest, roles: 'anyone' },
  'application.read': { function: 'api', input: people.applicationRead, roles: 'anyone' },
  'application.withdraw': { function: 'api', input: people.applicationWithdraw, roles: 'anyone' },
  'application.list': { function: 'api', input: people.applicationList, roles: ['head_teacher', ...LEADERS] },
  'application.decide': { function: 'api', input: people.applicationDecide, roles: ['head_teacher', ...LEADERS] },
  'class.members': { function: 'api', input: people.classMembers, roles: ['head_teacher', ...LEADERS] },
  'class.update': { function: 'api', input: people.classUpdate, roles: ['head_teacher'] },
  'class.review': { function: 'api', input: people.classReview, roles: ['head_teacher'] },
  'member.remove': { function: 'api', input: people.memberRemove, roles: ['head_teacher'] },
  'teacher.remove': { function: 'api', input: people.teacherRemove, roles: ['head_teacher', ...LEADERS] },
  'class.release': { function: 'api', input: people.classRelease, roles: LEADERS },
  'child.phones': { function: 'api', input: people.childPhones, roles: ['head_teacher', ...LEADERS] },
  'pact.read': { function: 'api', input: people.pactRead, roles: MEMBERS },
  'pact.history': { function: 'api', input: pact.pactHistory, roles: MEMBERS },
  'pact.preview': { function: 'api', input: pact.pactPreview, roles: ['principal'] },
  'pact.adopt': { function: 'api', input: pact.pactAdopt, roles: ['principal'] },

  'today.read': { function: 'api', input: today.todayRead, roles: MEMBERS },

  'upload.prepare': { function: 'api', input: upload.uploadPrepare, roles: ['guardian', ...STAFF] },

  'notice.prepare': { function: 'api', input: notice.noticePrepare, roles: STAFF },
  // What the pact refuses is not sent to WeChat; of what is refused a verdict is kept (X03).
  'notice.publish': { function: 'api', input: notice.noticePublish, roles: STAFF, asksItself: true },
  'notice.list': { function: 'api', input: notice.noticeList, roles: MEMBERS },
  'notice.read': { function: 'api', input: notice.noticeRead, roles: ['guardian', ...STAFF] },
  'notice.withdraw': { function: 'api', input: notice.noticeWithdraw, roles: STAFF },

  'slip.markRead': { function: 'api', input: notice.slipMarkRead, roles: ['guardian'] },
  'slip.sign': { function: 'api', input: notice.slipSign, roles: ['guardian'] },
  'board.read': { function: 'api', input: notice.boardRead, roles: STAFF },
  'slip.remind': { function: 'api', input: notice.slipRemind, roles: STAFF },
  'slip.followUp': { function: 'api', input: notice.slipFollowUp, roles: STAFF },
  'slip.close': { function: 'api', input: notice.slipClose, roles: STAFF },

  'review.list': { function: 'api', input: notice.reviewList, roles: LEADERS },
  'review.decide': { function: 'api', input: notice.reviewDecide, roles: LEADERS },
  'override.list': { function: 'api', input: notice.overrideList, roles: LEADERS },
  'override.see': { function: 'api', input: notice.overrideSee, roles: LEADERS },
  'evidence.keep': { function: 'api', input: moderation.evidenceKeep, roles: LEADERS },
  'evidence.list': { function: 'api', input: moderation.evidenceList, roles: ['principal'] },

  // The class's head teacher; the leaders once a case has been open too long (G06).
  // Evidence quotes what happened, so it is kept whatever it is (G11).
  'case.open': { function: 'api', input: moderation.caseOpen, roles: ['head_teacher'], asksItself: true },
  'case.step': { function: 'api', input: moderation.caseStep, roles: ['head_teacher', ...LEADERS] },
  'case.close': { function: 'api', input: moderation.caseClose, roles: ['head_teacher', ...LEADERS] },
  'case.list': { function: 'api', input: moderation.caseList, roles: ['head_teacher', ...LEADERS] },
  'committee.mark': { function: 'api', input: moderation.committeeMark, roles: ['head_teacher'] },
  'supervisor.name': { function: 'api', input: moderation.supervisorName, roles: ['head_teacher'] },
  'log.read': { function: 'api', input: moderation.logRead, roles: ['head_teacher', ...LEADERS, 'supervisor'] },
  // The head teacher neither reads nor changes what is told to the leaders.
  'report.file': { function: 'api', input: moderation.reportFile, roles: ['supervisor'] },
  'report.answer': { function: 'api', input: moderation.reportAnswer, roles: LEADERS },
  'report.list': { function: 'api', input: moderation.reportList, roles: ['supervisor', ...LEADERS] },
  'audit.export': { function: 'api', input: moderation.auditExport, roles: ['principal'] },

  'leave.prepare': { function: 'api', input: leave.leavePrepare, roles: ['guardian'] },
  'leave.submit': { function: 'api', input: leave.leaveSubmit, roles: ['guardian'] },
  'leave.read': { function: 'api', input: leave.leaveRead, roles: ['guardian', 'head_teacher', ...LEADERS] },
  'leave.list': { function: 'api', input: leave.leaveList, roles: ['guardian', 'head_teacher'] },
  'leave.withdraw': { function: 'api', input: leave.leaveWithdraw, roles: ['guardian'] },
  'leave.return': { function: 'api', input: leave.leaveReturn, roles: ['guardian', 'head_teacher'] },
  // Leaders only where the head teacher is the applicant, or there is none (L03).
  'leave.decide': { function: 'api', input: leave.leaveDecide, roles: ['head_teacher', ...LEADERS] },
  'leave.undo': { function: 'api', input: leave.leaveUndo, roles: ['head_teacher', ...LEADERS] },

  'statistics.read': { function: 'api', input: today.statisticsRead, roles: LEADERS },
  'statistics.class': { function: 'api', input: today.statisticsClass, roles: ['head_teacher', ...LEADERS] },
} as const satisfies Record<
  string,
  {
    function: 'api' | 'exporter'
    input: z.ZodMiniType
    roles: 'anyone' | readonly Role[]
    asksItself?: true
    mustPass?: true
  }
>

export type ActionName = keyof typeof ACTIONS

/** Actions that only look: asking again is harmless. Every other one changes something, once a requestId (design.md 6). */
export const LOOKING = [
  'session.read',
  'person.export',
  'school.read',
  'roster.preview',
  'invitation.read',
  'application.read',
  'application.list',
  'class.members',
  'pact.read',
  'pact.history',
  'pact.preview',
  'today.read',
  'notice.prepare',
  'notice.list',
  'notice.read',
  'board.read',
  'review.list',
  'override.list',
  'evidence.list',
  'case.list',
  'log.read',
  'report.list',
  'audit.export',
  'leave.prepare',
  'leave.read',
  'leave.list',
  'statistics.read',
  'statistics.class',
] as const satisfies readonly ActionName[]
export type ChangingAction = Exclude<ActionName, (typeof LOOKING)[number]>
export const isLooking = (name: ActionName): boolean => LOOKING.some((looking) => looking === name)
/** What a phone sends. */
export type Input<Name extends ActionName> = z.input<(typeof ACTIONS)[Name]['input']>
/** What fits the contract; its words are unchecked. */
export type ParsedInput<Name extends ActionName> = z.output<(typeof ACTIONS)[Name]['input']>
/** What an action receives. */
export type CheckedInput<Name extends ActionName> = Checked<ParsedInput<Name>>

/** An action that only changes something answers with nothing. */
export type Done = Record<string, never>

export interface Outputs {
  'session.read': people.Session
  'reminders.accept': Pick<people.Session, 'credits'>
  'person.export': people.PersonCopy
  'person.delete': people.PersonDeleted
  'seat.leave': people.SeatLeft
  'school.activate': people.SchoolActivated
  'school.read': people.School
  'school.update': Done
  'roster.preview': roster.RosterPreview
  'roster.import': roster.RosterImported
  'invitation.create': people.Invitation
  'invitation.read': people.InvitationView
  'join.guardian': people.JoinOutcome
  'join.staff': people.StaffJoined
  'seat.request': people.SeatRequested
  'application.read': people.Application
  'application.withdraw': people.Application
  'application.list': people.ApplicationList
  'application.decide': people.Application
  'class.members': people.ClassMembers
  'class.update': Done
  'class.review': Done
  'member.remove': Done
  'teacher.remove': Done
  'class.release': Done
  'child.phones': people.ChildPhones
  'pact.read': people.Pact
  'pact.history': pact.PactHistory
  'pact.preview': pact.PactImpact
  'pact.adopt': people.Pact
  'today.read': today.Today
  'upload.prepare': upload.UploadPrepared
  'notice.prepare': notice.NoticePrepared
  'notice.publish': notice.NoticePublished
  'notice.list': notice.NoticePage
  'notice.read': notice.NoticeDetail
  'notice.withdraw': Done
  'slip.markRead': Done
  'slip.sign': notice.Signed
  'board.read': notice.Board
  'slip.remind': notice.Reminded
  'slip.followUp': notice.Board
  'slip.close': notice.Board
  'review.list': notice.ReviewList
  'review.decide': Done
  'override.list': notice.Overrides
  'override.see': Done
  'evidence.keep': Done
  'evidence.list': moderation.EvidenceList
  'case.open': moderation.Case
  'case.step': moderation.Case
  'case.close': moderation.Case
  'case.list': moderation.CaseList
  'committee.mark': Done
  'supervisor.name': Done
  'log.read': moderation.ModerationLog
  'report.file': moderation.Report
  'report.answer': moderation.Report
  'report.list': moderation.ReportList
  'audit.export': moderation.AuditExport
  'leave.prepare': leave.LeavePrepared
  'leave.submit': leave.Leave
  'leave.read': leave.Leave
  'leave.list': leave.LeaveList
  'leave.withdraw': leave.Leave
  'leave.return': leave.Leave
  'leave.decide': leave.Leave
  'leave.undo': leave.Leave
  'statistics.read': today.Statistics
  'statistics.class': today.ClassStatistics
}
export type Output<Name extends ActionName> = Outputs[Name]
