// Decides `$graphLookup`: from value to value through a collection, one read per step, each document once.
import { isFields, type Document, type Fields } from './ejson'
import { invalidOperator } from './errors'
import { evaluateIn, valuesAt } from './lookup'
import { documentKey, findDocuments } from './query'
import type { Aggregation, Variables } from './stages'

const TEXT_OPTIONS = ['from', 'connectFromField', 'connectToField', 'as'] as const
const OPTIONS: string[] = [...TEXT_OPTIONS, 'startWith', 'maxDepth', 'depthField', 'restrictSearchWithMatch']

/** Adds to every row the list of documents that can be reached from it. */
export function graphLookUp(aggregation: Aggregation, rows: Fields[], value: unknown, variables: Variables): Fields[] {
  const options = readOptions(value)
  return rows.map((row) => ({ ...row, [options.as]: reach(aggregation, row, options, variables) }))
}

type Options = Record<(typeof TEXT_OPTIONS)[number], string> & {
  startWith: unknown
  maxDepth: number
  depthField: string | undefined
  restriction: Fields
}

function readOptions(value: unknown): Options {
  if (!isFields(value)) throw invalidOperator('$graphLookup expects an object')
  const odd = Object.keys(value).find((option) => !OPTIONS.includes(option))
  if (odd !== undefined) throw invalidOperator(`$graphLookup does not know ${odd}`)
  const texts = TEXT_OPTIONS.map((option) => {
    if (typeof value[option] !== 'string') throw invalidOperator(`$graphLookup needs ${option}`)
    return [option, value[option]]
  })
  const { startWith, maxDepth = Infinity, depthField, restrictSearchWithMatch: restriction = {} } = value
  if (startWith === undefined || typeof maxDepth !== 'number' || !isFields(restriction)) {
    throw invalidOperator('$graphLookup: startWith, maxDepth or restrictSearchWithMatch')
  }
  const named = Object.fromEntries(texts) as Record<(typeof TEXT_OPTIONS)[number], string>
  return { ...named, startWith, maxDepth, depthField: depthField as string | undefined, restriction }
}

function reach(aggregation: Aggregation, row: Fields, options: Options, variables: Variables): Fields[] {
  const from = aggregation.store.catalog.collection(options.from)
  const reached = new Map<string, Fields>()
  let wanted: unknown[] = [evaluateIn(row, options.startWith, variables)].flat().filter((value) => value !== undefined)
  for (let depth = 0; wanted.length > 0 && depth <= options.maxDepth; depth++) {
    const filter = { $and: [{ [options.connectToField]: { $in: wanted } }, options.restriction] }
    const found = findDocuments(aggregation.view, from, { filter })
    aggregation.examined += found.examined
    const fresh = found.documents.filter((document) => !reached.has(documentKey(document._id)))
    for (const document of fresh) reached.set(documentKey(document._id), mark(document, options.depthField, depth))
    wanted = fresh.flatMap((document) => valuesAt(document, options.connectFromField.split('.')))
  }
  return [...reached.values()]
}

function mark(document: Document, depthField: string | undefined, depth: number): Fields {
  return depthField === undefined ? document : { ...document, [depthField]: depth }
}
