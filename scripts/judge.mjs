// Decides nothing itself: reads posts as JSON lines on stdin, lets the pact judge them, writes the judgements as JSON lines.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The pact as the phone and the cloud have it. */
async function loadPact() {
  const bundle = join(root, 'dist', 'judge', `pact-${process.pid}.mjs`)
  await esbuild.build({
    stdin: {
      contents: "export * from './core/pact'; export { instantOf } from './core/calendar'",
      resolveDir: root,
    },
    bundle: true,
    outfile: bundle,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    tsconfig: join(root, 'tsconfig.json'),
  })
  try {
    return await import(pathToFileURL(bundle).href)
  } finally {
    rmSync(bundle)
  }
}

const { PRESETS, createPact, instantOf, judge } = await loadPact()

/** A line has a text only: no title, and whether somebody reviews it is another question. */
const NOT_OF_A_LINE = ['N02', 'G01', 'G02', 'G19']
/** Names of measuring → preset, and what differs from it. */
const MEASURES = {
  default: { preset: 'primary' },
  xining: { preset: 'primary' },
  open: { preset: 'open' },
  strict: { preset: 'strict' },
}
/** A school day in the middle of the morning, when nothing is quiet, for lines that name no time. */
const MORNING = instantOf('2026-09-09', '10:00')
const MINUTE_MS = 60_000
const NOTICE_KINDS = {
  通知: 'notice',
  活动: 'activity',
  外出: 'outing',
  放假停课: 'closure',
  放假: 'closure',
  停课: 'closure',
  安全: 'safety',
  离校: 'dismissal',
  收费: 'fee',
  告家长书: 'letter',
  家长会: 'meeting',
  喜报: 'praise',
  资源: 'resource',
  作业: 'homework',
}

const pacts = new Map()
function pactOf(name) {
  const known = pacts.get(name)
  if (known) return known
  const id = MEASURES[name]?.preset ?? name
  const preset = PRESETS.some((candidate) => candidate.id === id) ? id : 'primary'
  const pact = createPact('measure', 1, preset, '2026-09-01')
  for (const rule of NOT_OF_A_LINE) delete pact.rules[rule]
  pacts.set(name, pact)
  return pact
}

const instantOfLine = (now) => {
  const instant = typeof now === 'number' ? now : Date.parse(now ?? '')
  return Number.isFinite(instant) ? instant : MORNING
}

/** The author's latest posts; without minutes they count as just written, the last one newest. */
function previousOf({ previousTexts, previousMinutesAgo }, now) {
  const texts = previousTexts ?? []
  const minutes = Array.isArray(previousMinutesAgo) ? previousMinutesAgo : []
  const shared = typeof previousMinutesAgo === 'number' ? previousMinutesAgo : undefined
  return texts.map((text, at) => ({
    text: String(text),
    at: now - (minutes[at] ?? shared ?? (texts.length - at) / texts.length) * MINUTE_MS,
  }))
}

const nameOf = (entry) => (typeof entry === 'string' ? { name: entry } : entry)

const rosters = new Map()
/** `nicknames` beside the roster: name → nicknames. The same roster stays one list, so that its names are indexed once. */
function rosterOf(roster, nicknames) {
  const key = JSON.stringify([roster, nicknames])
  const known = rosters.get(key)
  if (known) return known
  const listed = (name) => [nicknames[name] ?? []].flat()
  const made = roster
    .map(nameOf)
    .map((entry) => ({ ...entry, nicknames: [...(entry.nicknames ?? []), ...listed(entry.name)] }))
  rosters.set(key, made)
  return made
}

function judgeLine(line) {
  const { id, text, role, kind, preset, roster } = line
  const context = line.context ?? {}
  const now = instantOfLine(context.now)
  const isPrivate = kind === 'private' || kind === 'leave'
  const post = {
    role: role ?? 'teacher',
    kind: kind ?? 'notice',
    body: String(text ?? ''),
    noticeKind: NOTICE_KINDS[context.noticeKind] ?? context.noticeKind ?? 'notice',
    audience: isPrivate ? 'child' : role === 'principal' ? 'school' : 'class',
    ...(context.urgent && { urgent: { cause: 'other', reason: '紧急', ...Object(context.urgent) } }),
  }
  const known = {
    ...context,
    roster: rosterOf(roster ?? context.roster ?? [], context.nicknames ?? {}),
    calendar: { rest: [], school: [] },
    previous: previousOf(context, now),
    commentsOpen: context.commentsOpen ?? true,
    attachments: [context.attachments ?? []]
      .flat()
      .map((item) => (typeof item === 'string' ? item : String(item?.kind ?? item?.type ?? ''))),
  }
  const { verdict, reasons } = judge(post, known, pactOf(preset ?? 'default'), now)
  return {
    id,
    verdict,
    rules: reasons.map((reason) => reason.rule),
    spans: reasons.flatMap(({ rule, spans }) =>
      spans.filter(({ field }) => field === 'body').map(({ start, end }) => ({ rule, start, end })),
    ),
  }
}

let out = []
const flush = () => {
  if (out.length > 0) process.stdout.write(`${out.join('\n')}\n`)
  out = []
}
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!line.trim()) continue
  out.push(JSON.stringify(judgeLine(JSON.parse(line))))
  if (out.length >= 500) flush()
}
flush()
