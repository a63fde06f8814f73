// Decides how `$lookup` joins: by equal fields with one read for all rows, by a pipeline with one planned read per row.
import { describe } from '../errors'
import { runPipeline } from './dialect/mingo'
import { isFields, type Document, type Fields } from './ejson'
import { invalidOperator } from './errors'
import { typeOf } from './index-keys'
import { documentKey, findDocuments } from './query'
import { readStages, type Aggregation, type Stage, type Variables } from './stages'
import type { Collection } from './catalog'

interface Lookup {
  from: Collection
  as: string
  localField: string | undefined
  foreignField: string | undefined
  let: Fields
  pipeline: Stage[] | undefined
}

/** Adds to every row the list of documents it joins with. */
export function lookUp(aggregation: Aggregation, rows: Fields[], value: unknown, variables: Variables): Fields[] {
  const lookup = readLookup(aggregation, value)
  const { localField, foreignField } = lookup
  const matches =
    localField && foreignField ? joinByField(aggregation, rows, lookup.from, localField, foreignField) : undefined
  if (!lookup.pipeline) return rows.map((row) => ({ ...row, [lookup.as]: matches?.(row) ?? [] }))
  const { pipeline } = lookup
  return rows.map((row) => {
    const inner = { ...variables, ...evaluate(row, lookup.let, variables) }
    const ids = matches?.(row).map((document) => document._id)
    const hint = { ...hintOf(pipeline, inner), ...(ids && { _id: { $in: ids } }) }
    return { ...row, [lookup.as]: aggregation.run(lookup.from, pipeline, inner, hint).rows }
  })
}

function readLookup(aggregation: Aggregation, value: unknown): Lookup {
  if (!isFields(value)) throw invalidOperator('$lookup expects an object')
  const { from, as, localField, foreignField, pipeline, let: bindings, ...unknown } = value
  const [odd] = Object.keys(unknown)
  if (odd !== undefined) throw invalidOperator(`$lookup does not know ${odd}`)
  const byFields = typeof localField === 'string' && typeof foreignField === 'string'
  if (typeof from !== 'string' || typeof as !== 'string' || (!byFields && pipeline === undefined)) {
    throw invalidOperator('$lookup needs from, as, and either localField with foreignField or a pipeline')
  }
  return {
    from: aggregation.store.catalog.collection(from),
    as,
    localField: byFields ? localField : undefined,
    foreignField: byFields ? foreignField : undefined,
    let: isFields(bindings) ? bindings : {},
    pipeline: pipeline === undefined ? undefined : readStages(pipeline),
  }
}

/** Reads the foreign documents of all rows at once; the answer finds those of one row. */
function joinByField(
  aggregation: Aggregation,
  rows: Fields[],
  from: Collection,
  localField: string,
  foreignField: string,
): (row: Fields) => Document[] {
  const localValues = (row: Fields) => valuesAt(row, localField.split('.'))
  const wanted = new Map(rows.flatMap(localValues).map((value) => [documentKey(value), value]))
  const found = findDocuments(aggregation.view, from, { filter: { [foreignField]: { $in: [...wanted.values()] } } })
  aggregation.examined += found.examined
  const byValue = new Map<string, Document[]>()
  for (const document of found.documents) {
    for (const key of new Set(valuesAt(document, foreignField.split('.')).map(documentKey))) {
      byValue.set(key, [...(byValue.get(key) ?? []), document])
    }
  }
  return (row) => {
    const keys = new Set(localValues(row).map(documentKey))
    return [...new Set([...keys].flatMap((key) => byValue.get(key) ?? []))]
  }
}

/** All values a path leads to; missing is null, as `$lookup` compares it. */
export function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : value.flatMap((item) => valuesAt(item, path))
  const [step, ...rest] = path
  if (step === undefined) return [value ?? null]
  return isFields(value) ? valuesAt(value[step], rest) : [null]
}

function evaluate(row: Fields, bindings: Fields, variables: Variables): Variables {
  if (Object.keys(bindings).length === 0) return {}
  const unset = Object.fromEntries(Object.keys(bindings).map((name) => [name, null]))
  return { ...unset, ...(evaluateIn(row, bindings, variables) as Fields) }
}

/** What an expression stands for in a row. */
export function evaluateIn(row: Fields, expression: unknown, variables: Variables): unknown {
  try {
    return runPipeline([{ ...row }], [{ $replaceWith: { value: expression } }], variables)[0]?.['value']
  } catch (error) {
    throw invalidOperator(`$lookup: ${describe(error)}`)
  }
}

/** Equalities with a variable at the front of the pipeline, as a filter that an index can answer. */
function hintOf(pipeline: Stage[], variables: Variables): Fields {
  const [first] = pipeline
  if (first?.[0] !== '$match' || !isFields(first[1])) return {}
  const expression = first[1]['$expr']
  const parts = isFields(expression) && Array.isArray(expression['$and']) ? expression['$and'] : [expression]
  return Object.assign({}, ...parts.map((part) => equalityOf(part, variables))) as Fields
}

function equalityOf(part: unknown, variables: Variables): Fields {
  const sides = isFields(part) ? part['$eq'] : undefined
  if (!Array.isArray(sides) || sides.length !== 2) return {}
  const [field, variable] = String(sides[0]).startsWith('$$') ? [sides[1], sides[0]] : sides
  if (typeof field !== 'string' || !/^\$[^$]/.test(field) || typeof variable !== 'string') return {}
  const name = /^\$\$(\w+)$/.exec(variable)?.[1]
  if (name === undefined || !(name in variables)) return {}
  const value = variables[name]
  // Null would also have to find what is missing; an array is compared as a whole. Both are left to the filter.
  return value !== null && typeOf(value) !== undefined ? { [field.slice(1)]: value } : {}
}
