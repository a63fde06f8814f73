// Proves for each hour of a rule set when a notice goes out or waits, and until when; urgent ones are logged.
import { HEAD_TEACHER, PRINCIPAL, SCHOOL, aNotice, givenSchool, keyOf, type GivenSchool } from '../given-school'

let school: GivenSchool
let [preset, version] = ['primary', 1]
beforeAll(async () => {
  school = await givenSchool({ preset })
})
afterAll(() => school.stop())

const adopt = async (next: string, decidedAt: string, effectiveFrom: string) => {
  if (next === preset) return
  await school.at(decidedAt)
  preset = next
  const changes = { preset, rules: {} }
  await school.get(PRINCIPAL, 'pact.adopt', { schoolId: SCHOOL, changes, version: ++version, effectiveFrom })
}
const publish = async (iso: string, urgent?: { cause: 'safety'; reason: string }) => {
  await school.at(iso)
  return school.get(HEAD_TEACHER, 'notice.publish', aNotice({ kind: 'safety', ...(urgent && { urgent }) }))
}

/** Before its hour a post has two minutes: the cloud's clock goes on. The last second is held by the tests of core/pact. */
test.each([
  ['T01', 'primary', '09-01 19:58', '09-01 20:00', '09-02 07:00'],
  ['T03', 'S0-7', '09-03 20:58', '09-03 21:00', '09-04 07:00'],
  ['T04', 'kindergarten', '09-05 12:58', '09-05 13:00', '09-05 14:30'],
  ['T04', 'kindergarten', '09-05 21:28', '09-05 21:30', '09-06 07:00'],
  ['T05', 'S0-9', '09-07 22:58', '09-07 23:00', '09-08 06:00'],
  ['T06', 'S1a', '09-10 17:58', '09-10 18:00', '09-11 08:00'],
  ['T06', 'S1a', '09-30 17:58', '10-01 10:00', '10-08 08:00'],
  ['T07', 'S1c', '10-09 21:58', '10-09 22:00', '10-10 07:00'],
])(
  '%s given the rules of %s, then what is sent at %s goes out, at %s it waits for %s, and an urgent one is logged',
  async (rule, rules, lastOpen, quiet, opening) => {
    const moment = (time: string) => `2026-${time.replace(' ', 'T')}:00+08:00`
    const theDayBefore = new Date(Date.parse(moment(lastOpen)) - 86_400_000).toISOString()
    await adopt(rules, theDayBefore, moment(lastOpen).slice(0, 10))

    expect(await publish(moment(lastOpen))).toMatchObject({ state: 'published' })
    const waiting = await publish(moment(quiet))
    expect(waiting).toMatchObject({ state: 'queued', releaseAt: Date.parse(moment(opening)) })
    expect(waiting.reasons.map((reason) => reason.rule)).toContain(rule)

    const { noticeId, state } = await publish(moment(quiet), { cause: 'safety', reason: '校门口积水' })
    expect(state).toBe('published')
    const today = await school.get(PRINCIPAL, 'today.read', { identity: keyOf('principal', SCHOOL) })
    expect('overrides' in today && today.overrides.map((each) => each.noticeId)).toContain(noticeId)

    await school.at(moment(opening))
    await school.tick()
    const notices = await school.stored<{ _id: string; state: string }>('notices')
    expect(notices.find(({ _id }) => _id === waiting.noticeId)).toMatchObject({ state: 'published' })
    const audit = await school.stored<{ target: string; detail: unknown }>('audit')
    expect(audit.find(({ target }) => target === `notices/${noticeId}`)?.detail).toMatchObject({ urgent: 'safety' })
  },
)
