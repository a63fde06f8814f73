// Decides whether docs/requirements.md tells the truth: what is proved, by which test, and where a user meets it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { isStarted, runMain, say } from '../say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const LEDGER = join('docs', 'requirements.md')
const STATES = ['proved', 'engine', 'later']
/** How many ids each letter has; V are presets of a school, which have no state. */
const SECTIONS = { M: 19, C: 41, P: 6, T: 13, N: 20, L: 14, G: 23, X: 8, H: 27, D: 19, Q: 20, E: 27 }
const PRESETS = 21

const ID = /\b(?:V\d{1,2}|[A-Z]\d\d)\b/g
const ID_AT_START = /^(?:V\d{1,2}|[A-Z]\d\d)\b/g
const ID_CELL = /^[A-Z]\d+$/
/** The line of the document that counts: `**70 proved · 30 engine · 137 later**`. */
const COUNTS = /^\*\*\d+ proved · .*\*\*$/m
/** A row of an action: `'leave.submit': {`. */
const ACTION_ROW = /'([a-z]+\.[a-zA-Z]+)'\s*:/g
/** What the scheduler has to do with a document: `kind: 'remind'`. */
const DUTY_KIND = /\bkind: '([a-z_]+)'/g
const WALKS = /^(?:cloud|e2e)\//
const TEST_FUNCTIONS = new Set(['test', 'it', 'describe'])

/** Every id there is, `M01` to `E27`. */
export const IDS = Object.entries(SECTIONS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(2, '0')),
)
const PRESET_IDS = Array.from({ length: PRESETS }, (_, index) => `V${index + 1}`)

const splitList = (cell = '') => cell.split(',').flatMap((part) => part.trim() || [])

/** The rows of the document's tables: id, rule, kind, state, places where a user meets it, proofs, note. */
export function readLedger(markdown) {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'))
  const tables = lines.map((line) => line.split('|').map((cell) => cell.trim()))
  return tables
    .filter(([, id]) => ID_CELL.test(id))
    .map(([, id, , , state = '', places, proofs]) =>
      id.startsWith('V')
        ? { id, state: 'preset', places: [], proofs: [] }
        : { id, state, places: splitList(places), proofs: splitList(proofs) },
    )
}

/** The function at the root of `test.each(table)('…')` or `describe.only('…')`. */
function findRoot(expression) {
  if (ts.isIdentifier(expression)) return expression.text
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression))
    return findRoot(expression.expression)
  if (ts.isTaggedTemplateExpression(expression)) return findRoot(expression.tag)
  return undefined
}

/** The values that the names of one file stand for: `const cases = [['C01', …]]` for `test.each(cases)('%s …')`. */
function listConstants(file) {
  const constants = new Map()
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return constants
}

/** Every id that the tests of one file name: anywhere in a title, or at the start of a text in a table of tests. */
export function listNamedIds(source) {
  const file = ts.createSourceFile('test.ts', source, ts.ScriptTarget.Latest, true)
  const constants = listConstants(file)
  const named = new Set()
  const collect = (node, pattern) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))
      for (const id of node.text.match(pattern) ?? []) named.add(id)
    ts.forEachChild(node, (child) => collect(child, pattern))
  }
  const visit = (node) => {
    const [first] = ts.isCallExpression(node) && TEST_FUNCTIONS.has(findRoot(node.expression)) ? node.arguments : []
    if (first && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))) collect(first, ID)
    else if (first) collect((ts.isIdentifier(first) && constants.get(first.text)) || first, ID_AT_START)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return named
}

/** The pages of app.json as the ledger writes them: `packages/leave/form` for `packages/leave/form/form`. */
export function listPages(appJson) {
  const { pages, subPackages = [] } = JSON.parse(appJson)
  return [
    ...pages,
    ...subPackages.flatMap(({ root: folder, pages: own }) => own.map((page) => `${folder}/${page}`)),
  ].map((page) => page.replace(/(\/[^/]+)\1$/, '$1'))
}

/** What a user meets without a page: actions of the contract, and duties as `duty:remind`. */
export function listDoors(sources) {
  const found = (pattern) => sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name))
  return [...found(ACTION_ROW), ...found(DUTY_KIND).map((kind) => `duty:${kind}`)]
}

const countStates = (rows) =>
  STATES.map((state) => `${rows.filter((row) => row.state === state).length} ${state}`).join(' · ')

/** What is wrong with a row's proofs: each is a test file that names the id, and to be proved one walks the product. */
function checkProofs({ id, state, proofs }, tests) {
  if (state === 'later') return proofs.length > 0 ? [`${id} is called later and has a proof.`] : []
  if (proofs.length === 0) return [`${id} is called ${state} without a proof.`]
  const problems = proofs.flatMap((proof) => {
    if (!tests.has(proof)) return `${id} is proved by test/${proof}, which does not exist.`
    return tests.get(proof).has(id) ? [] : `${id} is not named by test/${proof}.`
  })
  const isWalked = state !== 'proved' || proofs.some((proof) => WALKS.test(proof))
  return isWalked ? problems : [...problems, `${id} is called proved by unit tests alone.`]
}

function checkPlaces({ id, state, places }, pages, doors) {
  if (state === 'proved' && places.length === 0) return [`${id} is called proved, and nobody meets it anywhere.`]
  const unknown = places.filter((place) => !pages.includes(place) && !doors.includes(place))
  return unknown.map((place) => `${id} is met at ${place}, which is no page, action or duty.`)
}

/** What the ledger says that is not so, one sentence each. `tests`: from a file below test/ to the ids its tests name. */
export function checkLedger({ markdown, tests, pages, doors }, ids = [...IDS, ...PRESET_IDS]) {
  const rows = readLedger(markdown)
  const listed = rows.map(({ id }) => id)
  const named = [...tests].flatMap(([file, found]) => [...found].map((id) => [id, file]))
  return [
    ...ids.filter((id) => !listed.includes(id)).map((id) => `${id} is missing.`),
    ...listed.filter((id, index) => listed.indexOf(id) < index).map((id) => `${id} is listed twice.`),
    ...listed.filter((id) => !ids.includes(id)).map((id) => `${id} is no id of the requirements.`),
    ...rows
      .filter(({ state }) => state !== 'preset')
      .flatMap((row) =>
        STATES.includes(row.state)
          ? [...checkProofs(row, tests), ...checkPlaces(row, pages, doors)]
          : [`${row.id} has the unknown state "${row.state}".`],
      ),
    ...named
      .filter(([id]) => !ids.includes(id))
      .map(([id, file]) => `${id} is named by test/${file}, and is no id of the requirements.`),
    ...(markdown.includes(`**${countStates(rows)}**`) ? [] : [`The counts are not ${countStates(rows)}.`]),
  ]
}

/** The files below a folder of the repository with this ending, as text. */
function readFiles(folder, ending) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(ending))
  return files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')])
}

/** The check as a step of `npm run check`. */
export function checkRequirements(folder) {
  const markdown = readFileSync(join(folder, LEDGER), 'utf8')
  const tests = readFiles(join(folder, 'test'), '.test.ts').map(([file, source]) => [file, listNamedIds(source)])
  const sources = ['core', 'cloudfunctions'].flatMap((layer) => readFiles(join(folder, layer), '.ts'))
  const problems = checkLedger({
    markdown,
    tests: new Map(tests),
    pages: listPages(readFileSync(join(folder, 'miniprogram', 'app.json'), 'utf8')),
    doors: listDoors(sources.map(([, source]) => source)),
  })
  return { ok: problems.length === 0, note: countStates(readLedger(markdown)), output: problems.join('\n') }
}

/** Writes the counts anew. */
function writeCounts() {
  const file = join(root, LEDGER)
  const markdown = readFileSync(file, 'utf8')
  writeFileSync(file, markdown.replace(COUNTS, `**${countStates(readLedger(markdown))}**`))
}

if (isStarted(import.meta.url)) {
  runMain((args) => {
    if (args.includes('--write')) writeCounts()
    const { ok, note, output } = checkRequirements(root)
    say([note, output].filter(Boolean).join('\n'))
    return ok ? 0 : 1
  })
}
