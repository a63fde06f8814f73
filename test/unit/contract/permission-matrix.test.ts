// Proves the permission matrix cell by cell: who may call which action at all (M14, M15).
import { OFFICES, ROLES, type ActionName, type Office, type Role, type Row } from '@class-pact/core/contract'
import { ACTIONS } from '../../actions'

/** Columns: guardian, head teacher, teacher, office, principal, supervisor, and somebody without any role. */
const COLUMNS: (Role | 'stranger')[] = [
  ...(['guardian', 'head_teacher', 'teacher', 'office', 'principal', 'supervisor'] as const),
  'stranger',
]
const MATRIX: Record<ActionName, string> = {
  'session.read': 'G T S O H V x',
  'reminders.accept': 'G T S O H V -',
  'reminders.choose': 'G T S O H V -',
  'person.export': 'G T S O H V x',
  'person.print': 'G T S O H V x',
  'person.delete': 'G T S O H V x',
  'seat.leave': 'G T S O H V x',
  'school.activate': 'G T S O H V x',
  'school.read': '- - - O H - -',
  'school.update': '- - - - H - -',
  'purge.read': '- - - O H - -',
  'year.read': '- - - O H - -',
  'year.run': '- - - O H - -',
  'year.undo': '- - - O H - -',
  'head.list': '- - - O H - -',
  'head.invite': '- - - O H - -',
  'invitation.print': '- T - O H - -',
  'school.stop': '- - - - H - -',
  'school.resume': '- - - O H - -',
  'calendar.read': '- - - O H - -',
  'calendar.update': '- - - O H - -',
  'calendar.preview': '- - - O H - -',
  'calendar.import': '- - - O H - -',
  'roster.preview': '- - - O H - -',
  'roster.problems': '- - - O H - -',
  'roster.import': '- - - O H - -',
  'invitation.create': 'G T - O H - -',
  'invitation.read': 'G T S O H V x',
  'join.guardian': 'G T S O H V x',
  'join.staff': 'G T S O H V x',
  'seat.request': 'G T S O H V x',
  'application.read': 'G T S O H V x',
  'application.withdraw': 'G T S O H V x',
  'application.list': '- T - O H - -',
  'application.decide': '- T - O H - -',
  'card.confirm': 'G - - - - - -',
  'move.request': 'G T S O H V x',
  'move.read': 'G T S O H V x',
  'move.answer': 'G T S O H V x',
  'move.withdraw': 'G T S O H V x',
  'move.list': '- T - O H - -',
  'move.decide': '- T - O H - -',
  'class.members': '- T S O H - -',
  'class.update': '- T - - - - -',
  'class.review': '- T - - - - -',
  'member.remove': '- T - - - - -',
  'teacher.remove': '- T - O H - -',
  'class.release': '- - - O H - -',
  'child.phones': '- T - O H - -',
  'child.read': '- T - O H - -',
  'child.add': '- T - O H - -',
  'child.rename': '- T - O H - -',
  'child.move': '- T - O H - -',
  'child.leave': '- T - O H - -',
  'child.confirm': '- - - O H - -',
  'child.return': '- T - O H - -',
  'pact.read': 'G T S O H V -',
  'pact.history': 'G T S O H V -',
  'pact.preview': '- - - - H - -',
  'pact.adopt': '- - - - H - -',
  'today.read': 'G T S O H V -',
  'upload.prepare': 'G T S O H - -',
  'notice.prepare': '- T S O H - -',
  'notice.publish': '- T S O H - -',
  'notice.amend': '- T S O H - -',
  'notice.list': 'G T S O H V -',
  'notice.fees': 'G T S O H V -',
  'notice.read': 'G T S O H - -',
  'notice.withdraw': '- T S O H - -',
  'slip.signed': 'G - - - - - -',
  'slip.markRead': 'G - - - - - -',
  'slip.sign': 'G - - - - - -',
  'slip.answer': 'G - - - - - -',
  'answers.read': '- T S O H - -',
  'answers.share': '- T S O H - -',
  'answers.export': '- T S O H - -',
  'board.read': '- T S O H - -',
  'slip.opinions': '- T S O H - -',
  'slip.remind': '- T S O H - -',
  'slip.followUp': '- T S O H - -',
  'slip.close': '- T S O H - -',
  'paper.read': '- T S O H - -',
  'slip.proof': 'G T S O H - -',
  'board.print': '- T S O H - -',
  'review.list': '- T - O H - -',
  'review.decide': '- T - O H - -',
  'override.list': '- - - O H - -',
  'override.see': '- - - O H - -',
  'evidence.keep': '- - - O H - -',
  'evidence.list': '- - - - H - -',
  'task.read': '- T S O H - -',
  'task.markRead': '- T S O H - -',
  'task.answer': '- T S O H - -',
  'task.board': '- - - O H - -',
  'task.remind': '- - - O H - -',
  'task.close': '- - - O H - -',
  'album.publish': '- T S - - - -',
  'album.prepare': '- T S - - - -',
  'album.list': 'G T S O H - -',
  'album.read': 'G T S O H - -',
  'album.download': 'G T S O H - -',
  'album.remove': '- T S O H - -',
  'album.decide': '- - - O H - -',
  'photo.choose': 'G - - - - - -',
  'photo.choice': 'G - - - - - -',
  'incident.open': '- T S - - - -',
  'incident.note': '- T S O H - -',
  'incident.step': '- T S O H - -',
  'incident.correct': '- T S O H - -',
  'incident.close': '- T S O H - -',
  'incident.phones': '- T S O H - -',
  'incident.read': '- T S O H - -',
  'incident.list': '- T S O H - -',
  'talk.open': 'G T S - - - -',
  'talk.send': 'G T S O H - -',
  'talk.read': 'G T S O H - -',
  'talk.list': 'G T S O H - -',
  'talk.figures': '- T - O H - -',
  'talk.prepare': 'G T S - - - -',
  'talk.own': 'G T S O H V x',
  'talk.pass': '- T S - - - -',
  'talk.ask': 'G - - - - - -',
  'talk.close': 'G T S O H - -',
  'talk.thank': '- T S O H - -',
  'letter.held': '- T - O H - -',
  'letter.decide': '- T - O H - -',
  'case.open': '- T S - - - -',
  'case.step': '- T S O H - -',
  'case.close': '- T - O H - -',
  'case.list': '- T S O H - -',
  'case.own': 'G T S O H V x',
  'appeal.file': 'G T S O H V x',
  'appeal.list': '- - - O H - -',
  'appeal.answer': '- - - - H - -',
  'committee.mark': '- T - - - - -',
  'supervisor.name': '- T - - - - -',
  'log.read': '- T - O H V -',
  'report.file': '- - - - - V -',
  'report.answer': '- - - O H - -',
  'report.list': '- - - O H V -',
  'audit.export': '- - - - H - -',
  'leave.prepare': 'G - - - - - -',
  'leave.submit': 'G - - - - - -',
  'leave.read': 'G T - O H - -',
  'leave.list': 'G T - O H - -',
  'leave.withdraw': 'G - - - - - -',
  'leave.return': 'G T - - - - -',
  'leave.decide': '- T - O H - -',
  'leave.undo': '- T - O H - -',
  'leave.day': '- - - O H - -',
  'roll.read': '- T - O H - -',
  'roll.save': '- T - O H - -',
  'roll.contact': '- T - O H - -',
  'roll.record': '- - - O H - -',
  'attendance.day': '- - - O H - -',
  'attendance.class': '- T - O H - -',
  'attendance.child': 'G T - O H - -',
  'attendance.health': '- - - O H - -',
  'attendance.warning': '- T - O H - -',
  'attendance.verify': '- T - O H - -',
  'attendance.report': '- - - O H - -',
  'leave.month': '- T S O H - -',
  'attendance.dropout': '- T - O H - -',
  'attendance.step': '- T - O H - -',
  'staff.read': '- - - O H - -',
  'office.open': '- - - O H - -',
  'office.end': '- - - - H - -',
  'handover.read': '- T - O H - -',
  'handover.accept': '- T - - - - -',
  'standin.read': '- T - O H - -',
  'standin.set': '- T - O H - -',
  'standin.end': '- T - O H - -',
  'school.reclaim': 'G T S O H V x',
  'statistics.read': '- - - O H - -',
  'statistics.class': '- T - O H - -',
  'statistics.notice': '- T S O H - -',
  'statistics.work': '- - - O H - -',
  'statistics.staff': '- - - O H - -',
  'statistics.items': '- - - O H - -',
  'timetable.read': 'G T S O H - -',
  'register.read': 'G T S O H - -',
  'register.write': 'G T S O H - -',
  'register.grid': 'G T S O H - -',
  'register.fillGrid': 'G T S O H - -',
  'register.table': 'G T S O H - -',
  'register.summary': 'G T S O H - -',
  'entry.read': 'G T S O H - -',
  'entry.part': 'G T S O H - -',
  'entry.void': 'G T S O H - -',
  'timetable.save': '- T - O H - -',
  'register.settings': '- - - O H - -',
  'register.switch': '- - - O H - -',
  'register.own': '- - - O H - -',
  'register.due': 'G T S O H - -',
  'register.export': '- T S O H - -',
  'card.print': '- T - O H - -',
  'appraisal.export': '- - - O H - -',
  'report.inspection': '- - - O H - -',
  'report.figures': '- - - O H - -',
  'report.term': '- T - O H - -',
  'draw.list': '- - - O H - -',
  'draw.make': '- - - O H - -',
  'draw.read': '- - - O H - -',
  'draw.void': '- - - O H - -',
  'survey.read': 'G - - - - - -',
  'survey.answer': 'G - - - - - -',
  'booking.list': 'G T S O H - -',
  'booking.open': '- T - O H - -',
  'booking.close': '- T - O H - -',
  'booking.take': 'G - - - - - -',
  'booking.cancel': 'G T - O H - -',
  'booking.note': '- T - O H - -',
  'bureau.invitation': 'G T S O H V x',
  'bureau.accept': 'G T S O H V x',
  'bureau.seat': '- - - - H - -',
  'bureau.invite': '- - - - H - -',
  'bureau.confirm': '- - - - H - -',
  'bureau.end': '- - - - H - -',
  'bureau.received': '- - - - H - -',
  'bureau.publish': '- - - - H - -',
  'bureau.decline': '- - - - H - -',
  'bureau.report': '- - - - H - -',
  'bureau.handIn': '- - - - H - -',
  'bureau.schools': '- - - - - - -',
  'bureau.send': '- - - - - - -',
  'bureau.notices': '- - - - - - -',
  'permission.issue': '- - - - - - -',
  'permission.list': '- - - - - - -',
  'permission.end': '- - - - - - -',
}

/** Of who sits for the education bureau: its own actions, and nothing of a school (G22). */
const BUREAU: ActionName[] = [
  ...(['bureau.schools', 'bureau.send', 'bureau.notices'] as const),
  ...(['permission.issue', 'permission.list', 'permission.end'] as const),
]

/** Of who stands in for a head teacher (L03). */
const STAND_IN: ActionName[] = [
  ...([
    ...(['reminders.accept', 'reminders.choose', 'pact.read', 'pact.history', 'today.read', 'notice.list'] as const),
    'notice.fees',
  ] as const),
  ...(['leave.read', 'leave.list', 'leave.decide', 'leave.undo', 'leave.month'] as const),
  ...(['roll.read', 'roll.save', 'roll.contact'] as const),
  ...(['incident.open', 'incident.note', 'incident.step', 'incident.correct', 'incident.close'] as const),
  ...(['incident.phones', 'incident.read', 'incident.list'] as const),
  ...(['attendance.class', 'attendance.child', 'attendance.warning', 'timetable.read'] as const),
]
/** Of officers: the letters of those whose it is, `*` for all: Grade leader, Discipline, Weekly duty (M17). */
const OFFICERS: Partial<Record<ActionName, string>> = {
  ...{
    'reminders.accept': '*',
    'reminders.choose': '*',
    'pact.read': '*',
    'pact.history': '*',
    'today.read': '*',
    'notice.list': '*',
    'notice.fees': '*',
  },
  ...{ 'class.members': 'G', 'board.read': 'G', 'statistics.read': 'G', 'statistics.class': 'G' },
  ...{ 'statistics.notice': 'G', 'statistics.work': 'G' },
  ...{ 'attendance.day': 'G W', 'leave.day': 'G W', 'log.read': 'D', 'review.list': 'D' },
  ...{ 'case.step': 'D', 'case.close': 'D', 'case.list': 'D' },
  ...{
    'notice.prepare': 'G',
    'notice.publish': 'G',
    'notice.read': 'G',
    'notice.withdraw': 'G',
    'upload.prepare': '*',
  },
  'register.due': '*',
  ...{ 'task.read': '*', 'task.markRead': '*', 'task.answer': '*' },
  ...{ 'talk.send': 'D', 'talk.read': 'D', 'talk.list': 'D', 'talk.close': 'D' },
  ...{ 'register.read': '*', 'register.write': '*', 'register.grid': '*', 'register.fillGrid': '*' },
  'register.export': '*',
  ...{ 'register.table': '*', 'register.summary': '*', 'entry.read': '*', 'entry.part': '*', 'entry.void': '*' },
  ...{ 'slip.remind': 'G', 'slip.followUp': 'G', 'slip.close': 'G' },
}
const LETTERS: Record<Office, string> = {
  ...{ grade_leader: 'G', discipline: 'D', weekly_duty: 'W' },
  ...{ youth_league: 'Y', logistics: 'L', equipment: 'E' },
}

const mayCall = (action: ActionName, caller: Role | 'stranger') => {
  const { roles } = ACTIONS[action]
  return roles === 'anyone' || (roles as readonly string[]).includes(caller)
}

test('M14 given the matrix, then it knows every action and no other', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(Object.keys(ACTIONS).sort())
})

describe.each(Object.entries(MATRIX) as [ActionName, string][])('M14 %s', (action, row) => {
  test.each(COLUMNS.map((caller, column) => [caller, row.split(' ')[column] !== '-'] as const))(
    'given %s, then it is allowed: %s',
    (caller, allowed) => {
      expect(mayCall(action, caller)).toBe(allowed)
    },
  )
})

describe.each(Object.keys(MATRIX) as ActionName[])('M17 %s', (action) => {
  const { roles, offices }: Row = ACTIONS[action]
  const isDoor = roles === 'anyone'
  test('given who stands in for a head teacher, then it is open as the table says', () => {
    expect(mayCall(action, 'stand_in')).toBe(isDoor || STAND_IN.includes(action))
  })
  test.each(OFFICES)('given the office %s, then it is open as the table says', (office) => {
    const allowed = mayCall(action, 'officer') && (offices === undefined || offices.includes(office))
    const wanted = OFFICERS[action] ?? ''
    expect(allowed).toBe(isDoor || wanted === '*' || wanted.split(' ').includes(LETTERS[office]))
  })
})

test.each(Object.keys(MATRIX) as ActionName[])(
  'G22 given the education bureau, then %s is open as the table says',
  (action) => {
    expect(mayCall(action, 'bureau')).toBe(ACTIONS[action].roles === 'anyone' || BUREAU.includes(action))
  },
)

test('M03 M15 given the roles, then there is none for pupils', () => {
  const known = [
    'guardian',
    'head_teacher',
    'teacher',
    'office',
    'principal',
    'supervisor',
    'officer',
    'stand_in',
    'bureau',
  ]
  expect([...ROLES]).toEqual(known)
})

test('G19 given parents, then no action lets them post to a class', () => {
  for (const action of ['notice.publish', 'notice.prepare', 'notice.withdraw'] as const)
    expect(mayCall(action, 'guardian')).toBe(false)
})
