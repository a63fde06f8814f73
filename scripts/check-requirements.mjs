// Decides whether docs/requirements.md tells the truth: what it calls proved is named by a test, and tests name nothing else.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { isStarted, runMain, say } from './say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const TABLE = join('docs', 'requirements.md')
/** `| M01 | rule | core | proved |` */
const ROW = /^\| ([A-Z]\d\d) \|.*\| (core|ext) \| (proved|built|later) \|$/
/** `| V7 | question | default |`: known, and without a state of its own. */
const PRESET_ROW = /^\| (V\d+) \|/
const ID = /\b(?:V\d{1,2}|[A-Z]\d\d)\b/g
const ID_AT_START = /^(?:V\d{1,2}|[A-Z]\d\d)\b/g
const TEST_FUNCTIONS = new Set(['test', 'it', 'describe'])

/** The table as a map from id to state; presets have the state 'preset'. */
export function readTable(markdown) {
  const states = new Map()
  for (const line of markdown.split('\n')) {
    const row = ROW.exec(line)
    const preset = PRESET_ROW.exec(line)
    if (row) states.set(row[1], row[3])
    else if (preset) states.set(preset[1], 'preset')
  }
  return states
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

/** From each id to the test files that name it. */
function findProofs(folder) {
  const proofs = new Map()
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.test.ts'))
  for (const file of files) {
    for (const id of listNamedIds(readFileSync(join(folder, file), 'utf8'))) {
      proofs.set(id, [...(proofs.get(id) ?? []), file.replaceAll('\\', '/')])
    }
  }
  return proofs
}

/** What table and tests say differently, one sentence each. */
export function compareWithTests(states, proofs) {
  const unproved = [...states].filter(([id, state]) => state === 'proved' && !proofs.has(id))
  const unknown = [...proofs].filter(([id]) => !states.has(id))
  return [
    ...unproved.map(([id]) => `${id} is called proved, and no test names it.`),
    ...unknown.map(([id, files]) => `${id} is named by ${files.join(', ')}, and ${TABLE} does not know it.`),
  ]
}

/** The check as a step of `npm run check`. */
export function checkRequirements(folder) {
  const states = readTable(readFileSync(join(folder, TABLE), 'utf8'))
  const problems = compareWithTests(states, findProofs(join(folder, 'test')))
  const count = (state) => [...states.values()].filter((value) => value === state).length
  const note = `${count('proved')} proved, ${count('built')} built, ${count('later')} later`
  return { ok: problems.length === 0, note, output: problems.join('\n') }
}

/** Marks every line that a test names as proved. */
function writeProofs() {
  const proofs = findProofs(join(root, 'test'))
  const file = join(root, TABLE)
  const lines = readFileSync(file, 'utf8').split('\n')
  const marked = lines.map((line) =>
    proofs.has(ROW.exec(line)?.[1]) ? line.replace(/\| (built|later) \|$/, '| proved |') : line,
  )
  writeFileSync(file, marked.join('\n'))
}

if (isStarted(import.meta.url)) {
  runMain((args) => {
    if (args.includes('--write')) writeProofs()
    const { ok, note, output } = checkRequirements(root)
    say([note, output].filter(Boolean).join('\n'))
    return ok ? 0 : 1
  })
}
