// Decides what a judgement costs: one long notice under the strictest pact, and a stream of posts as they are written.
// node test/bench/judge.bench.mjs
import { loadCore } from '../../scripts/judge/load-core.mjs'
import { createLineReader } from '../../scripts/judge/read-line.mjs'
import { readPosts } from '../../scripts/reader/read-posts.mjs'

const ROUNDS = 2_000
const CHARACTERS = 300
const CHILDREN = 50

const core = await loadCore(
  "export * from './core/pact'; export * from './core/judge'; export { instantOf } from './core/calendar'",
)
const readLine = createLineReader(core)
const now = core.instantOf('2026-09-09', '10:00')

const surnames = [...'张王李赵陈杨黄周吴徐']
const givenNames = ['子轩', '小涵', '雨墨', '一萱', '思诺']
const roster = Array.from({ length: CHILDREN }, (_, at) => ({
  name: surnames[at % surnames.length] + givenNames[Math.floor(at / surnames.length)],
}))
const body = '本周五下午两点半在操场举行亲子运动会，请提前十分钟签到，孩子穿校服和运动鞋，带好水杯。雨天改在体育馆。'
  .repeat(8)
  .slice(0, CHARACTERS)

function timeNotice(preset) {
  const pact = core.createPact('school', 1, preset, '2026-09-01')
  const post = {
    role: 'head_teacher',
    kind: 'notice',
    title: '运动会',
    body,
    noticeKind: 'activity',
    audience: 'class',
  }
  const judge = () => core.judge(post, { roster, calendar: { rest: [], school: [] } }, pact, now)
  for (let round = 0; round < ROUNDS / 4; round++) judge()
  const started = performance.now()
  for (let round = 0; round < ROUNDS; round++) judge()
  return (performance.now() - started) / ROUNDS
}

/** One walk over the same characters, in ms: a machine busy with other work is as much slower at both. */
function timePass(text) {
  const walk = () => {
    let hash = 0
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return hash
  }
  let sink = 0
  for (let round = 0; round < ROUNDS * 10; round++) sink ^= walk()
  const started = performance.now()
  for (let round = 0; round < ROUNDS * 10; round++) sink ^= walk()
  const took = (performance.now() - started) / (ROUNDS * 10)
  return sink === undefined ? NaN : took
}

const passes = (took, text) => `${Math.round(took / timePass(text)).toLocaleString('en')} passes over its characters`

for (const preset of ['strict', 'primary']) {
  const took = timeNotice(preset)
  console.log(
    `${CHARACTERS} characters, ${CHILDREN} children, ${preset}: ${took.toFixed(2)} ms (goal 0.30), ${passes(took, body)}`,
  )
}

/** A phone's cores are this much slower than this machine's at most; a picture has 16 ms (screens.md 3.6, WeChat's 体验评分). */
const SLOW_PHONE = 8
const LETTER = 5_000

/** The longest stretch for which a key would have to wait, and all of them, while a letter of 5,000 characters is judged. */
function timeSteps(preset) {
  const pact = core.createPact('school', 1, preset, '2026-09-01')
  const text = Array.from({ length: LETTER / 50 }, (_, at) => `${at}、${body.slice(0, 45)}`)
    .join('\n')
    .slice(0, LETTER)
  const post = {
    role: 'head_teacher',
    kind: 'notice',
    title: '致家长一封信',
    body: text,
    noticeKind: 'letter',
    audience: 'class',
  }
  const rounds = Array.from({ length: 40 }, () => {
    const steps = core.judgeInSteps(post, { roster, calendar: { rest: [], school: [] } }, pact, now)
    const took = []
    for (let done = false; !done;) {
      const from = performance.now()
      done = steps.next().done
      took.push(performance.now() - from)
    }
    return took
  }).slice(10)
  const medians = rounds[0].map((_, step) => rounds.map((took) => took[step]).sort((a, b) => a - b)[rounds.length >> 1])
  return { text, longest: Math.max(...medians), all: medians.reduce((sum, each) => sum + each, 0) }
}

for (const preset of ['strict', 'primary']) {
  const { text, longest, all } = timeSteps(preset)
  console.log(
    `${LETTER} characters, ${preset}: ${all.toFixed(1)} ms (goal 4), ${passes(all, text)}, in steps of at most ${longest.toFixed(2)} ms; on a phone ${SLOW_PHONE} times as slow a key waits ${(longest * SLOW_PHONE).toFixed(1)} ms (goal 16)`,
  )
}

const posts = readPosts().flatMap((file) => file.posts.map(readLine))
const judgeAll = () => posts.forEach(({ post, known, pact, now: at }) => core.judge(post, known, pact, at))
judgeAll()
const started = performance.now()
judgeAll()
const rate = (posts.length / (performance.now() - started)) * 1_000
console.log(
  `${posts.length} posts as they are written: ${Math.round(rate).toLocaleString('en')} a second (goal 5,000; two cores 10,000)`,
)
