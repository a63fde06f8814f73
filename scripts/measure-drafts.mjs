// Decides how well papers are read: holds what was drafted against what a careful reader made of each clause.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadCore } from './judge/load-core.mjs'

/** Two stretches are of the same clause where they share half of the shorter one. */
const SHARED_LEAST = 0.5
const KINDS = ['rule', 'duty', 'principle', 'form', 'none', 'not_enforced', 'unknown']

/** The labelled clauses of a paper with their places, found one after another. */
export function placeClauses(paper, lines) {
  let from = 0
  return lines.map((clause) => {
    const start = paper.indexOf(clause.line, from)
    if (start === -1) throw new Error('a labelled clause is not in its paper')
    from = start + clause.line.length
    return { rules: [], or: [], ...clause, start, end: from }
  })
}

const shared = (one, other) => Math.min(one.end, other.end) - Math.max(one.start, other.start)
const areSame = (one, other) => {
  const shorter = Math.min(one.end - one.start, other.end - other.start)
  return shared(one, other) >= Math.max(1, shorter * SHARED_LEAST)
}
const sameParams = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (params = {}) => Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Counts of one paper; `misses` names what went wrong, for papers that may be read. */
export function measurePaper(gold, drafted) {
  const counts = { wanted: 0, found: 0, proposed: 0, right: 0, withParams: 0, paramsRight: 0, notEnforced: 0, leaks: 0 }
  const kinds = {}
  const misses = []
  for (const clause of gold) {
    const near = drafted.filter((draft) => areSame(clause, draft))
    const said = near.flatMap(({ rules }) => rules)
    const best = near.reduce(
      (most, draft) => (most && shared(clause, most) >= shared(clause, draft) ? most : draft),
      undefined,
    )
    const pair = `${clause.kind}>${best?.kind ?? 'nothing'}`
    kinds[pair] = (kinds[pair] ?? 0) + 1
    if (clause.kind !== (best?.kind ?? 'nothing') && clause.kind !== 'rule' && best?.kind !== 'rule')
      misses.push({ what: 'kind', pair, line: clause.line })
    if (clause.kind === 'not_enforced') {
      counts.notEnforced++
      const leaked = near.filter(({ rules, start, end }) => rules.length > 0 && shared(clause, { start, end }) > 0)
      if (leaked.length > 0) counts.leaks++
      if (leaked.length > 0) misses.push({ what: 'leak', line: clause.line, got: leaked.flatMap(({ rules }) => rules) })
    }
    for (const rule of clause.rules) {
      counts.wanted++
      const hits = said.filter(({ id }) => id === rule.id)
      if (hits.length === 0) {
        const fair = said.some(({ id }) => clause.or.includes(id))
        misses.push({
          what: fair ? 'other' : 'missed',
          id: rule.id,
          line: clause.line,
          got: said.map(({ id }) => id),
          kinds: near.map(({ kind }) => kind),
        })
        continue
      }
      counts.found++
      const params = Object.assign({}, ...hits.map((hit) => hit.params))
      if (Object.keys(params).length + Object.keys(rule.params ?? {}).length === 0) continue
      counts.withParams++
      if (sameParams(params, rule.params)) counts.paramsRight++
      else misses.push({ what: 'params', id: rule.id, line: clause.line, want: rule.params ?? {}, got: params })
    }
  }
  for (const draft of drafted)
    for (const rule of draft.rules) {
      counts.proposed++
      const near = gold.filter((clause) => areSame(clause, draft))
      if (near.some((clause) => clause.or.includes(rule.id) || clause.rules.some(({ id }) => id === rule.id)))
        counts.right++
      else
        misses.push({
          what: 'wrong',
          id: rule.id,
          line: draft.line,
          want: near.map(({ kind, rules, or }) =>
            [kind, ...rules.map(({ id }) => id), ...or.map((id) => `(${id})`)].join(' '),
          ),
        })
    }
  return { counts, kinds, misses }
}

const percent = (part, whole) => `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} % (${part}/${whole})`

/** What is printed of many papers: numbers, never a clause. */
export function summarize(measured) {
  const sum = {}
  const kinds = {}
  for (const { counts, kinds: pairs } of measured) {
    for (const [key, value] of Object.entries(counts)) sum[key] = (sum[key] ?? 0) + value
    for (const [pair, value] of Object.entries(pairs)) kinds[pair] = (kinds[pair] ?? 0) + value
  }
  return { sum, kinds }
}

export function describe({ sum, kinds }, papers) {
  const row = (kind) => KINDS.map((got) => String(kinds[`${kind}>${got}`] ?? 0).padStart(13)).join('')
  const all = Object.values(kinds).reduce((total, value) => total + value, 0)
  const right = KINDS.reduce((total, kind) => total + (kinds[`${kind}>${kind}`] ?? 0), 0)
  return [
    `papers ${papers}`,
    `rules found ${percent(sum.found, sum.wanted)}`,
    `proposed rules right ${percent(sum.right, sum.proposed)}`,
    `parameters right ${percent(sum.paramsRight, sum.withParams)}`,
    `not-enforced clauses that leaked a rule ${sum.leaks}/${sum.notEnforced}`,
    `kinds right ${percent(right, all)}; rows: as labelled, columns: as drafted`,
    `${''.padStart(13)}${KINDS.map((kind) => kind.padStart(13)).join('')}`,
    ...KINDS.map((kind) => kind.padStart(13) + row(kind)),
  ].join('\n')
}

/** The labelled papers of a folder: NAME.txt beside NAME.jsonl. `only`: names that are read. */
export function readPapers(folder, only = () => true) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && only(file.slice(0, -'.jsonl'.length)))
    .sort()
    .map((file) => {
      const paper = readFileSync(join(folder, file.replace('.jsonl', '.txt')), 'utf8')
      const lines = readFileSync(join(folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      return { name: file, paper, gold: placeClauses(paper, lines) }
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, names] = process.argv.slice(2)
  const { draftPact } = await loadCore("export * from './core/draft'")
  const only = names ? (name) => new RegExp(names).test(name) : undefined
  const measured = readPapers(folder, only).map(({ paper, gold }) => measurePaper(gold, draftPact(paper)))
  console.log(describe(summarize(measured), measured.length))
}
