// Decides what a line of the measuring format means: which post, what is known around it, under which pact.
/** Reads lines with the pact that `load-core.mjs` loaded. */
export function createLineReader({ PRESETS, createPact, instantOf }) {
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

  function readLine(line) {
    const { text, role, kind, preset, roster } = line
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
    return { post, known, pact: pactOf(preset ?? 'default'), now }
  }
  return readLine
}
