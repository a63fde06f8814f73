// Decides how leave at the leaders, sickness in a class and a child that stays away come about for a picture.
const [WANG, ZHAO] = ['demo-wang', 'demo-zhao']

/** A leave that is longer than the head teacher decides waits for the office; path of its page. */
export async function askForLong(house, classId) {
  const span = { from: '2026-09-07', fromHalf: 'am', to: '2026-09-11', toHalf: 'pm' }
  const asked = { childId: `${classId}-16`, kind: 'personal', reason: '陪外婆回老家', span, proof: [] }
  const { leaveId } = await house.call(`${classId}-16-mother`, 'leave.submit', asked)
  await house.call(WANG, 'leave.decide', { leaveId, approve: true })
  return `packages/leave/item/item?leaveId=${leaveId}`
}

/** Three children of a class cough at this morning's check; path of the warning. */
export async function fallIll(house, classId) {
  const { day, now, lines } = await house.call(WANG, 'roll.read', { classId, half: 'am' })
  const marks = [2, 8, 31].map((index) => ({
    ...{ childId: `${classId}-${index}`, mark: 'present', symptoms: ['cough'], at: now - 60_000 },
  }))
  const children = lines.map(({ childId }) => childId)
  await house.call(WANG, 'roll.save', { classId, day, half: 'am', takenAt: now, children, marks })
  await house.tick()
  const [warning] = (await house.read('warnings')).filter((each) => each.classId === classId)
  return `packages/attendance/warning/warning?warningId=${encodeURIComponent(warning._id)}`
}

/** A child of a class has been away without leave for as long as the pact says; path of the three steps. */
export async function stayAway(house, classId) {
  const half = (day, clock) => ({
    day,
    half: clock < '12:00' ? 'am' : 'pm',
    takenAt: Date.parse(`${day}T${clock}:00+08:00`),
  })
  const days = ['2026-08-27', '2026-08-28', '2026-08-31', '2026-09-01']
  for (const { day, half: at, takenAt } of [...days.map((day) => half(day, '08:05')), half('2026-09-01', '18:39')]) {
    const { lines } = await house.call(ZHAO, 'roll.read', { classId, day, half: at })
    const marks = [{ childId: `${classId}-30`, mark: 'absent', at: takenAt }]
    const children = lines.map(({ childId }) => childId)
    await house.call(ZHAO, 'roll.save', { classId, day, half: at, takenAt, children, marks })
  }
  await house.tick()
  const [dropout] = await house.read('dropouts')
  return `packages/attendance/dropout/dropout?dropoutId=${encodeURIComponent(dropout._id)}`
}
