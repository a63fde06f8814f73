// Proves the permission matrix cell by cell: who may call which action at all (M14, M15).
import { ROLES, type ActionName, type Role } from '@class-pact/core/contract'
import { ACTIONS } from '../../actions'

/** Columns: guardian, head teacher, teacher, office, principal, supervisor, and somebody without any role. */
const COLUMNS: (Role | 'stranger')[] = [...ROLES, 'stranger']
const MATRIX: Record<ActionName, string> = {
  'session.read': 'G T S O H V x',
  'reminders.accept': 'G T S O H V -',
  'person.export': 'G T S O H V x',
  'person.delete': 'G T S O H V x',
  'seat.leave': 'G T S O H V x',
  'school.activate': 'G T S O H V x',
  'school.read': '- - - O H - -',
  'school.update': '- - - - H - -',
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
  'class.members': '- T - O H - -',
  'class.update': '- T - - - - -',
  'class.review': '- T - - - - -',
  'member.remove': '- T - - - - -',
  'teacher.remove': '- T - O H - -',
  'class.release': '- - - O H - -',
  'child.phones': '- T - O H - -',
  'pact.read': 'G T S O H V -',
  'pact.history': 'G T S O H V -',
  'pact.preview': '- - - - H - -',
  'pact.adopt': '- - - - H - -',
  'today.read': 'G T S O H V -',
  'upload.prepare': 'G T S O H - -',
  'notice.prepare': '- T S O H - -',
  'notice.publish': '- T S O H - -',
  'notice.list': 'G T S O H V -',
  'notice.read': 'G T S O H - -',
  'notice.withdraw': '- T S O H - -',
  'slip.markRead': 'G - - - - - -',
  'slip.sign': 'G - - - - - -',
  'board.read': '- T S O H - -',
  'slip.remind': '- T S O H - -',
  'slip.followUp': '- T S O H - -',
  'slip.close': '- T S O H - -',
  'review.list': '- - - O H - -',
  'review.decide': '- - - O H - -',
  'override.list': '- - - O H - -',
  'override.see': '- - - O H - -',
  'evidence.keep': '- - - O H - -',
  'evidence.list': '- - - - H - -',
  'case.open': '- T - - - - -',
  'case.step': '- T - O H - -',
  'case.close': '- T - O H - -',
  'case.list': '- T - O H - -',
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
  'leave.list': 'G T - - - - -',
  'leave.withdraw': 'G - - - - - -',
  'leave.return': 'G T - - - - -',
  'leave.decide': '- T - O H - -',
  'leave.undo': '- T - O H - -',
  'statistics.read': '- - - O H - -',
  'statistics.class': '- T - O H - -',
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

test('M03 M15 given the roles, then there is none for pupils', () => {
  expect([...ROLES]).toEqual(['guardian', 'head_teacher', 'teacher', 'office', 'principal', 'supervisor'])
})

test('G19 given parents, then no action lets them post to a class', () => {
  for (const action of ['notice.publish', 'notice.prepare', 'notice.withdraw'] as const)
    expect(mayCall(action, 'guardian')).toBe(false)
})
