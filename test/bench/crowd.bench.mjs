// Decides what becomes of very many duties at one moment: the scheduler's minutes with the real functions, counted.
import buildOnce from '../../scripts/build-once.mjs'
import { CHILDREN_OF_OTHERS, load, seedOf } from './grown-school.mjs'

const number = (name, usual) => Number(process.env[name] ?? usual)
/** Reminders due at seven in the morning, over all schools. */
const DUTIES = number('DUTIES', 20_000)
const SCHOOLS = number('SCHOOLS', 100)
/** One in so many has a family to tell; the others are seen to want nobody. */
const TELLS = number('TELLS', 20)
/** Deliveries of the timer at each minute: it comes at least once. */
const TIMES = number('TIMES', 2)
const MINUTES_MOST = 120
const EVENING = '2026-09-01T18:00:00+08:00'
const OPENING = '2026-09-02T07:00:00+08:00'
const DUE = Date.parse(OPENING)
const MINUTE_MS = 61_000
/** As core/wire/templates names it. */
const TEMPLATE = 'class-pact-w1-notice'
/** Our own ledger's credits of one mother, far more than she needs. */
const CREDITS = 1_000_000

const say = (line) => console.log(line)
const sum = (counts = {}) => Object.values(counts).reduce((total, count) => total + count, 0)
const secondsSince = (start) => (performance.now() - start) / 1_000

const schoolName = (at, given) => (at === 0 ? given.SCHOOL : `s${at}`)
const motherIn = (at, mother) =>
  at === 0 ? mother : mother.replace('o-', `o-s${at}-`).replace('class-', `class-s${at}-`)

/** As the functions have written them, to be reminded of at seven; every school has as many as another. */
function slipsOf(slip, at) {
  return Array.from({ length: Math.ceil((DUTIES - at) / SCHOOLS) }, (_, index) => ({
    ...slip,
    ...{ _id: slip._id.replace(slip.noticeId, `n${at}-${index}`), noticeId: `n${at}-${index}` },
    duty: { kind: 'remind', at: DUE, lease: 0, tries: 0 },
    ...(isTold(at, index) ? {} : { replyMode: 'none' }),
  }))
}

const isTold = (at, index) => (index + at) % TELLS === 0

async function fill(school, given, others) {
  await school.get(given.HEAD_TEACHER, 'notice.publish', given.anOuting())
  await school.tick()
  const { collections } = await school.cloud.control('data.collections')
  const kept = await others.takeStock(school, collections)
  const mother = given.motherOf(given.childId(given.CLASS, 0))
  const credited = kept.people.map((each) => (each._id === mother ? { ...each, credits: { notice: CREDITS } } : each))
  await school.cloud.control('data.put', { documents: { people: credited } })
  const place = seedOf({ ...kept, people: credited, slips: [], audit: [] })
  const [slip] = kept.slips
  let made = 0
  for (let at = 0; at < SCHOOLS; at++) {
    const move = { school: schoolName(at, given) }
    const own = at === 0 ? slip : others.moveAll({ slips: [slip] }, move).slips[0]
    if (at > 0) await others.bring(school, others.moveAll(place, move))
    const slips = slipsOf(own, at)
    made += slips.length
    await others.bring(school, { slips })
    // What WeChat knows of her; the ledger came with the school.
    const body = JSON.stringify({ openid: motherIn(at, mother), tmplIds: [TEMPLATE] })
    for (const { replyMode } of slips) {
      if (replyMode !== 'none') await fetch(`${school.cloud.url}/gateway/subscribe`, { method: 'POST', body })
    }
  }
  return made
}

const isWaiting = ({ duty }) => duty !== undefined && duty.at <= DUE

await buildOnce()
const [given, others] = [await load('given-school'), await load('other-schools')]
const begun = performance.now()
const school = await given.givenSchool({ children: CHILDREN_OF_OTHERS, now: EVENING })
try {
  const made = await fill(school, given, others)
  say(
    `${made} duties of ${SCHOOLS} schools at one moment, made in ${secondsSince(begun).toFixed(0)} s; timer × ${TIMES}`,
  )
  await school.at(OPENING)
  const started = performance.now()
  let [invocations, calls, left] = [0, 0, made]
  for (let minute = 1; left > 0 && minute <= MINUTES_MOST; minute++) {
    const from = performance.now()
    await school.cloud.control('counters.reset')
    await school.tick(TIMES)
    const { scheduler } = (await school.cloud.control('counters.read')).actions
    const slips = (await school.stored('slips')).filter(isWaiting)
    const done = left - slips.length
    const untouched = Math.max(0, new Set(slips.map(({ schoolId }) => schoolId)).size)
    const seconds = secondsSince(from)
    ;[invocations, calls, left] = [invocations + scheduler.invocations, calls + sum(scheduler.database), slips.length]
    say(
      `  minute ${minute}: ${done} done in ${seconds.toFixed(0)} s, ${scheduler.invocations} runs, ${sum(scheduler.database)} calls; ${left} left, of ${untouched} schools`,
    )
    await school.advance(MINUTE_MS)
  }
  const seconds = secondsSince(started)
  const told = (await school.stored('deliveries')).filter(({ _id }) => _id.endsWith(':remind'))
  const wanted = Array.from({ length: SCHOOLS }, (_, at) => slipsOf({ _id: '' }, at))
    .flat()
    .filter(({ replyMode }) => replyMode !== 'none').length
  const { deliveries: sent } = await school.cloud.control('deliveries.list')
  const messages = sent.filter(({ errcode }) => errcode === 0)
  const distinct = new Set(messages.map(({ touser, page }) => `${touser} ${page}`)).size
  say(
    `In all ${seconds.toFixed(0)} s: ${invocations} runs, ${calls} calls, ${(calls / made).toFixed(1)} a duty, ${(calls / seconds).toFixed(0)} a second.`,
  )
  say(
    `Left: ${left}. To be told: ${wanted}, told: ${told.length}, messages: ${messages.length}, of them different: ${distinct}.`,
  )
  const isRight = left === 0 && told.length === messages.length && distinct === messages.length
  say(isRight && told.length === wanted ? 'None lost, none twice.' : 'Something is lost or twice.')
} finally {
  await school.stop()
}
