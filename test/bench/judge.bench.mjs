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

for (const preset of ['strict', 'primary'])
  console.log(
    `${CHARACTERS} characters, ${CHILDREN} children, ${preset}: ${timeNotice(preset).toFixed(2)} ms (goal 0.50)`,
  )

const posts = readPosts().flatMap((file) => file.posts.map(readLine))
const judgeAll = () => posts.forEach(({ post, known, pact, now: at }) => core.judge(post, known, pact, at))
judgeAll()
const started = performance.now()
judgeAll()
const rate = (posts.length / (performance.now() - started)) * 1_000
console.log(`${posts.length} posts as they are written: ${Math.round(rate).toLocaleString('en')} a second (goal 5,000)`)
