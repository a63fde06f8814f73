// Decides how a school comes to registers for a picture: switched on by its principal, some of them filled in.
const [PRINCIPAL, HEAD] = ['demo-principal', 'demo-wang']

/** The leaders switch these on; what is on already stays. */
async function switchOn(house, schoolId, registers) {
  const { version, lines } = await house.call(PRINCIPAL, 'register.settings', { schoolId })
  const off = registers.filter((register) => !lines.find((line) => line.register === register)?.on)
  if (off.length === 0) return
  const changes = off.map((register) => ({ register, on: true }))
  await house.call(PRINCIPAL, 'register.switch', { schoolId, seen: version, changes })
}

/** Some of what the seeds ask of head teachers and of contact with families; path of what is to be done. */
export async function keepRegisters(house, schoolId) {
  await switchOn(house, schoolId, ['class-log', 'daily-checks', 'weekly-checks', 'contacts', 'contact-card', 'remarks'])
  return 'packages/register/list/list'
}

/** Three contacts of this month are noted; path of what is to be done. */
export async function noteContacts(house, schoolId, classId) {
  await keepRegisters(house, schoolId)
  for (const index of [3, 7, 23]) {
    const sheet = { register: 'contacts', schoolId, classId, subject: `${classId}-${index}`, version: 0 }
    const answers = [
      { question: 'way', choices: ['phone'] },
      { question: 'day', day: '2026-09-01' },
      { question: 'matter', text: '开学第一天适应得很好，提醒按时睡觉。' },
    ]
    await house.call(HEAD, 'register.write', { ...sheet, answers })
  }
  return 'packages/register/list/list'
}

/** The class log is filled in and waits for the head teacher's name; path of the entry. */
export async function fillLog(house, schoolId, classId) {
  await keepRegisters(house, schoolId)
  const sheet = { register: 'class-log', schoolId, classId, slot: '2026-09-01', version: 0 }
  const answers = [
    { question: 'breaks', done: false, text: '两人在走廊追跑，已提醒' },
    { question: 'notes', text: '三人请假，作业收齐。' },
  ]
  const { entryId } = await house.call(HEAD, 'register.write', { ...sheet, answers })
  return `packages/register/form/form?register=class-log&schoolId=${schoolId}&classId=${classId}&entryId=${entryId}`
}

/** At the end of the term some remarks are written, two of them nearly the same; path of the page for all. */
export async function writeRemarks(house, schoolId, classId) {
  await keepRegisters(house, schoolId)
  const where = { register: 'remarks', schoolId, classId }
  const { slot } = await house.call(HEAD, 'register.grid', where)
  const same = '你上课认真听讲，作业工整，和同学相处友好，希望新的一年多读书，多提问。'
  const words = [same, `${same}加油。`, '你跑步快，运动会上为班级争了光；数学应用题再细心一点就更好了。']
  const lines = words.map((text, index) => ({
    ...{ subject: `${classId}-${index + 1}`, version: 0 },
    answers: [{ question: 'remark', text }],
  }))
  await house.call(HEAD, 'register.fillGrid', { ...where, slot, lines })
  return `packages/register/grid/grid?register=remarks&schoolId=${schoolId}&classId=${classId}&slot=${slot}`
}

/** Some days of the class log and one that was a mistake are there; path of the page of `page`. */
export async function lookThrough(house, schoolId, page, register, classId) {
  await noteContacts(house, schoolId, 'demo-class-3-2')
  const of = `register=${register}&schoolId=${schoolId}${classId ? `&classId=${classId}` : ''}`
  return `packages/register/${page}/${page}?${of}`
}
