// Decides how one screen of the list comes up: whose phone it is, the page it opens, and what is done there.

/** Whoever has not signed a notice that is overdue. */
async function findOverdue(house) {
  const slip = (await house.read('slips')).find(({ noticeId }) => noticeId === 'demo-dismissal')
  const [childId] = Object.entries(slip.entries).find(([, entry]) => entry.guardians > 0 && !entry.signedAt)
  return `${childId}-mother`
}

/** Path of a fresh invitation: `join:class`, `join:child`, `join:staff`. */
async function invite(house, purpose) {
  const classId = 'demo-class-3-2'
  const more = { class: {}, child: { childId: `${classId}-7` }, staff: { role: 'teacher' } }[purpose]
  const by = purpose === 'staff' ? 'demo-principal' : 'demo-wang'
  return (await house.call(by, 'invitation.create', { purpose, classId, ...more })).path
}

/** Brings a screen up; returns the phone's id and how much the phone had printed before. */
export async function showScreen(house, screen) {
  const who = screen.who === 'overdue' ? await findOverdue(house) : screen.who
  const page = screen.page.startsWith('join:') ? await invite(house, screen.page.slice(5)) : screen.page
  if (screen.at) await house.setClock(screen.at)
  await screen.before?.(house)
  const phone = await house.open(who, page)
  const printed = house.phones.messages(who).length
  await screen.steps?.(phone)
  await phone.rest(300)
  return { who, printed }
}
