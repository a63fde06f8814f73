// Decides which actions there are: the rows of all domains, and which function answers them.
import type { accountRows } from '../account/contract'
import type { albumRows, albumWritingRows } from '../album/contract'
import type { answerExportRows, answerRows } from '../answers/contract'
import type { attendanceRows } from '../attendance/contract'
import type { auditRows } from '../audit/contract'
import type { bookingRows } from '../booking/contract'
import type { bureauRows, bureauWritingRows } from '../bureau/contract'
import type { calendarFileRows, calendarRows } from '../calendar/contract'
import type { childRows } from '../child/contract'
import type { classRows } from '../class/contract'
import type { drawRows } from '../draw/contract'
import type { incidentRows } from '../incident/contract'
import type { joinPrintRows, joinRows } from '../join/contract'
import type { leaveRows, leaveWritingRows } from '../leave/contract'
import type { misjudgementRows } from '../misjudgement/contract'
import type { moderationRows } from '../moderation/contract'
import type { noticeRows, noticeWritingRows } from '../notice/contract'
import type { officeRows } from '../office/contract'
import type { pactFileRows, pactRows, pactWritingRows } from '../pact/contract'
import type { personPrintRows, personRows } from '../person/contract'
import type { purgeRows } from '../purge/contract'
import type { dueRows, entryRows, registerExportRows, registerRows } from '../register/contract'
import type { reminderRows } from '../reminder/contract'
import type { reportFileRows, reportRows } from '../report/contract'
import type { reviewRows } from '../review/contract'
import type { rollRows } from '../roll/contract'
import type { rosterRows } from '../roster/contract'
import type { schoolRows } from '../school/contract'
import type { sessionRows } from '../session/contract'
import type { slipPrintRows, slipRows } from '../slip/contract'
import type { statisticsRows } from '../statistics/contract'
import type { talkRows, talkWritingRows } from '../talk/contract'
import type { taskRows } from '../task/contract'
import type { timetableRows } from '../timetable/contract'
import type { todayRows } from '../today/contract'
import type { uploadRows } from '../upload/contract'
import type { yearRows } from '../year/contract'
import type { Checked, InputOf, OutputOf, ParsedOf } from '../wire'
export type Actions = typeof accountRows &
  typeof albumRows &
  typeof albumWritingRows &
  typeof answerRows &
  typeof answerExportRows &
  typeof attendanceRows &
  typeof auditRows &
  typeof bookingRows &
  typeof bureauRows &
  typeof bureauWritingRows &
  typeof calendarRows &
  typeof calendarFileRows &
  typeof childRows &
  typeof classRows &
  typeof drawRows &
  typeof incidentRows &
  typeof joinRows &
  typeof joinPrintRows &
  typeof leaveRows &
  typeof leaveWritingRows &
  typeof misjudgementRows &
  typeof moderationRows &
  typeof noticeRows &
  typeof noticeWritingRows &
  typeof officeRows &
  typeof pactRows &
  typeof pactWritingRows &
  typeof pactFileRows &
  typeof personRows &
  typeof personPrintRows &
  typeof purgeRows &
  typeof dueRows &
  typeof entryRows &
  typeof registerRows &
  typeof registerExportRows &
  typeof reminderRows &
  typeof reportRows &
  typeof reportFileRows &
  typeof reviewRows &
  typeof rollRows &
  typeof rosterRows &
  typeof schoolRows &
  typeof sessionRows &
  typeof slipRows &
  typeof slipPrintRows &
  typeof statisticsRows &
  typeof talkRows &
  typeof talkWritingRows &
  typeof taskRows &
  typeof timetableRows &
  typeof todayRows &
  typeof uploadRows &
  typeof yearRows

export type ActionName = keyof Actions
/** What a phone sends. */
export type Input<Name extends ActionName> = InputOf<Actions[Name]>
/** What fits the contract; its words are unchecked. */
export type ParsedInput<Name extends ActionName> = ParsedOf<Actions[Name]>
/** What an action receives. */
export type CheckedInput<Name extends ActionName> = Checked<ParsedInput<Name>>
export type Output<Name extends ActionName> = OutputOf<Actions[Name]>

/** Actions that only look; every other one changes something, once a requestId (design.md 6). */
export type LookingAction = { [Name in ActionName]: Actions[Name] extends { looks: true } ? Name : never }[ActionName]
export type ChangingAction = Exclude<ActionName, LookingAction>

/** First words, or names, of the actions that the exporter answers: they read and write files, which takes long. */
const EXPORTED = [
  'roster',
  'calendar.preview',
  'calendar.import',
  'invitation.print',
  'board.print',
  'person.print',
  'answers.export',
  'register.export',
  'card.print',
  'appraisal',
  'pact.draft',
  'pact.print',
  'report.figures',
  'report.term',
]

/** The actions that the writer answers: the judge reads their texts whole, and it weighs more than all other actions. */
const WRITTEN = [
  'notice.publish',
  'notice.amend',
  'leave.submit',
  'pact.preview',
  'talk.open',
  'talk.send',
  'album.publish',
  'bureau.publish',
]

/** Which function answers an action. */
export function functionOf(action: string): 'api' | 'exporter' | 'writer' {
  if (WRITTEN.includes(action)) return 'writer'
  return EXPORTED.includes(action.split('.')[0] ?? '') || EXPORTED.includes(action) ? 'exporter' : 'api'
}
