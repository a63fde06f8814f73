// Decides what is measured beside other schools, and what a class leaves behind on a day.

const of = (name, act) => ({ name, act })
const key = (given, role, id) => given.keyOf(role, id)
const today = (name, who, role, id) =>
  of(`today.read ${name}`, (school, given) =>
    school.get(given[who] ?? given.motherOf(given.childId(given.CLASS, 0)), 'today.read', {
      identity: key(given, role, id(given)),
    }),
  )
const child = (given) => given.childId(given.CLASS, 0)
const mother = (given) => given.motherOf(child(given))
const signing = (given, noticeId, at = 0) => ({
  ...{ noticeId, classId: given.CLASS, version: 1, typedName: '王芳' },
  childId: given.childId(given.CLASS, at),
})
const leave = (given, day, at = 0) => ({
  ...{ childId: given.childId(given.CLASS, at), kind: 'fever', proof: [] },
  span: { from: day, fromHalf: 'am', to: day, toHalf: 'pm' },
})
const outing = (given) => given.anOuting({ deadline: undefined })
const takenRoll = ({ classId, day, half, lines, now }, marks = []) => ({
  ...{ classId, day, half, takenAt: now, marks: marks.map((each) => ({ ...each, at: now })) },
  children: lines.map(({ childId }) => childId),
})
const words = '孩子最近课间不太愿意出去，想请您留意一下。'

/** One after the other; a later one may use what an earlier one left in `made`. */
export const ACTIONS = [
  of('session.read', (school, given) => school.get(mother(given), 'session.read', {})),
  today('family', '', 'guardian', child),
  today('teacher', 'HEAD_TEACHER', 'head_teacher', ({ CLASS }) => CLASS),
  today('principal', 'PRINCIPAL', 'principal', ({ SCHOOL }) => SCHOOL),
  of('notice.publish class', async (school, given, made) => {
    made.noticeId = (await school.get(given.HEAD_TEACHER, 'notice.publish', outing(given))).noticeId
  }),
  of('notice.publish school', (school, given) =>
    school.get(
      given.PRINCIPAL,
      'notice.publish',
      given.aNotice({ audience: { to: 'school', schoolId: given.SCHOOL } }),
    ),
  ),
  of('notice.list family', (school, given) =>
    school.get(mother(given), 'notice.list', { identity: key(given, 'guardian', child(given)) }),
  ),
  of('notice.read', (school, given, { noticeId }) =>
    school.get(mother(given), 'notice.read', { noticeId, classId: given.CLASS }),
  ),
  of('slip.sign', (school, given, { noticeId }) => school.get(mother(given), 'slip.sign', signing(given, noticeId))),
  of('board.read who has not signed', (school, given, { noticeId }) =>
    school.get(given.HEAD_TEACHER, 'board.read', { noticeId, classId: given.CLASS }),
  ),
  of('leave.submit', async (school, given, made) => {
    made.leaveId = (await school.get(mother(given), 'leave.submit', leave(given, '2026-11-03'))).leaveId
  }),
  of('leave.decide', (school, given, { leaveId }) =>
    school.get(given.HEAD_TEACHER, 'leave.decide', { leaveId, approve: true }),
  ),
  of('roll.read', async (school, given, made) => {
    made.roll = await school.get(given.HEAD_TEACHER, 'roll.read', { classId: given.CLASS })
  }),
  of('roll.save', (school, given, { roll }) => school.get(given.HEAD_TEACHER, 'roll.save', takenRoll(roll))),
  of('register.due', (school, given) =>
    school.get(given.HEAD_TEACHER, 'register.due', { identity: key(given, 'head_teacher', given.CLASS) }),
  ),
  of('register.grid', (school, given) =>
    school.get(given.HEAD_TEACHER, 'register.grid', {
      ...{ register: 'contact-book', schoolId: given.SCHOOL, classId: given.CLASS },
    }),
  ),
  of('register.table', (school, given) =>
    school.get(given.PRINCIPAL, 'register.table', { register: 'class-log', schoolId: given.SCHOOL }),
  ),
  of('talk.open', async (school, given) => {
    const to = { desk: 'head_teacher' }
    const begun = { childId: child(given), to, about: 'matter', matter: '课间', words, photos: [] }
    await school.get(mother(given), 'talk.open', begun)
  }),
  of('talk.list class', (school, given) =>
    school.get(given.HEAD_TEACHER, 'talk.list', { of: 'class', classId: given.CLASS }),
  ),
  of('talk.list school', (school, given) =>
    school.get(given.PRINCIPAL, 'talk.list', { of: 'school', schoolId: given.SCHOOL }),
  ),
  of('statistics.read', (school, given) =>
    school.get(given.PRINCIPAL, 'statistics.read', { schoolId: given.SCHOOL, range: 'term' }),
  ),
  of('statistics.class', (school, given) =>
    school.get(given.HEAD_TEACHER, 'statistics.class', { classId: given.CLASS, range: 'term' }),
  ),
  of('audit.export', (school, given) => school.get(given.PRINCIPAL, 'audit.export', { schoolId: given.SCHOOL })),
  of('invitation.create', async (school, given, made) => {
    const place = { purpose: 'child', classId: given.CLASS, childId: given.childId(given.CLASS, 2) }
    made.token = (await school.get(given.HEAD_TEACHER, 'invitation.create', place)).token
  }),
  of('invitation.read', (school, _given, { token }) => school.get('o-new', 'invitation.read', { token })),
  of('join.guardian bind', (school, _given, { token }) =>
    school.get('o-new', 'join.guardian', { token, consent: true, relation: 'mother' }),
  ),
]

/** By the real functions, so that its shape is theirs: three notices, signatures, leave, a roll, registers, a thread. */
export async function writeDay(school, given) {
  const registers = ['class-log', 'contact-book'].map((register) => ({ register, since: '2026-08-01', values: {} }))
  const none = { own: {}, trail: [], audited: 0, trailOpen: false }
  const kept = { _id: given.SCHOOL, schoolId: given.SCHOOL, version: 1, settings: registers, ...none }
  await school.cloud.control('data.put', { documents: { registers: [kept] } })
  for (const draft of [outing(given), given.aNotice(), given.aNotice({ replyMode: 'read' })]) {
    await school.advance(61_000)
    const { noticeId } = await school.get(given.HEAD_TEACHER, 'notice.publish', draft)
    if (draft.replyMode !== 'sign') continue
    await school.tick()
    for (let at = 0; at < 30; at += 3) {
      await school.get(given.motherOf(given.childId(given.CLASS, at)), 'slip.sign', signing(given, noticeId, at))
    }
  }
  const submitted = await school.get(
    given.motherOf(given.childId(given.CLASS, 3)),
    'leave.submit',
    leave(given, '2026-09-03', 3),
  )
  await school.get(given.HEAD_TEACHER, 'leave.decide', { leaveId: submitted.leaveId, approve: true })
  await school.get(given.motherOf(given.childId(given.CLASS, 6)), 'leave.submit', leave(given, '2026-09-04', 6))
  const roll = await school.get(given.HEAD_TEACHER, 'roll.read', { classId: given.CLASS })
  const absent = [{ childId: given.childId(given.CLASS, 9), mark: 'absent' }]
  await school.get(given.HEAD_TEACHER, 'roll.save', takenRoll(roll, absent))
  const log = { register: 'class-log', schoolId: given.SCHOOL, classId: given.CLASS }
  await school.get(given.HEAD_TEACHER, 'register.write', { ...log, version: 0, answers: [] })
  const to = { desk: 'head_teacher' }
  const begun = { childId: given.childId(given.CLASS, 12), to, about: 'matter', matter: '课间', words, photos: [] }
  await school.get(given.motherOf(given.childId(given.CLASS, 12)), 'talk.open', begun)
  await letMinutesPass(school)
  // The child has come: nobody is looked for any more.
  const again = await school.get(given.HEAD_TEACHER, 'roll.read', { classId: given.CLASS })
  const late = [{ childId: given.childId(given.CLASS, 9), mark: 'late' }]
  await school.get(given.HEAD_TEACHER, 'roll.save', takenRoll(again, late))
  await letMinutesPass(school)
}

async function letMinutesPass(school) {
  for (let minute = 0; minute < 3; minute++) {
    await school.advance(61_000)
    await school.tick()
  }
}
