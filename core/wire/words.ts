// Decides which strings of an input are words that other people read, and finds them, so that none goes out unchecked.
import * as z from 'zod/mini'
import { cleanText } from './clean-text'
import * as limits from './limits'
import { isPersonName, isSubject } from './names'
/** What the words are: a name that stands beside somebody, a post to many, or a note to somebody (C04). */
export type WordsKind = 'name' | 'post' | 'note'

/** Words as a phone sends them: nobody has looked at them. */
export type Words = string & z.core.$brand<'Words'>

declare const CHECKED: unique symbol
/** Words that WeChat has been asked about: only the dispatcher makes them, and only they are stored. */
export type CheckedWords = string & { readonly [CHECKED]: true }

/** What a handler receives: the same input, and every word of it checked. */
export type Checked<Data> = Data extends Words
  ? CheckedWords
  : Data extends string | number | boolean | undefined | null
    ? Data
    : Data extends readonly (infer Item)[]
      ? Checked<Item>[]
      : { [Key in keyof Data]: Checked<Data[Key]> }

const KINDS = z.registry<{ kind: WordsKind }>()
const REFERENCES = z.registry<{ reference: true }>()

interface Shape {
  kind: WordsKind
  max: number
  lines: 'one' | 'many'
  /** Nothing to see is nothing said: the words may be empty. */
  mayBeEmpty?: boolean
  fits?: (cleaned: string) => boolean
}

/** The one maker of words that others read: cleaned first, then measured by what remains. */
function wordsOf({ kind, max, lines, mayBeEmpty = false, fits = () => true }: Shape) {
  const schema = z
    .string()
    .check(
      z.maxLength(max * limits.UNSEEN_FACTOR),
      z.overwrite((written) => cleanText(written, lines)),
      z.minLength(mayBeEmpty ? 0 : 1),
      z.maxLength(max),
      z.refine((cleaned) => fits(cleaned)),
    )
    .brand<'Words'>()
  return schema.register(KINDS, { kind })
}

/** A person's name. */
export const name = wordsOf({ kind: 'name', max: limits.NAME_MAX, lines: 'one', fits: isPersonName })
/** What a teacher teaches. */
export const subject = wordsOf({ kind: 'name', max: limits.LABEL_MAX, lines: 'one', fits: isSubject })
/** A short name of a school or of somebody who was told. */
export const title = (max: number) => wordsOf({ kind: 'name', max, lines: 'one' })
/** One line of a post. */
export const postLine = (max: number) => wordsOf({ kind: 'post', max, lines: 'one' })
/** How a document that hangs on a post is called: as a file on a phone can be, and as what it is. */
export const documentName = wordsOf({
  ...{ kind: 'post', max: limits.DOCUMENT_NAME_MAX, lines: 'one' },
  fits: (cleaned) => /^[^/\\:*?"<>|]+\.pdf$/i.test(cleaned),
})
/** The body of a post. */
export const postBody = (max: number) => wordsOf({ kind: 'post', max, lines: 'many' })
/** What goes with a decision or a request. */
export const words = wordsOf({ kind: 'note', max: limits.WORDS_MAX, lines: 'many' })
/** A note that may be empty. */
export const note = (max: number) => wordsOf({ kind: 'note', max, lines: 'many', mayBeEmpty: true })

/** A text that is only held against what is stored, never kept and never shown: a card, the name of a class. */
export const reference = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max)).register(REFERENCES, { reference: true })

/** The same as it stands in a file: blanks count, and nothing is something. */
export const quotation = (max: number) => z.string().check(z.maxLength(max)).register(REFERENCES, { reference: true })

export interface FoundWords {
  /** `event.place` */
  field: string
  kind: WordsKind
  text: string
}

/** What somebody wrote in a parsed input, in the order of the contract; words that are empty are none. */
export function findWords(schema: z.core.$ZodType, value: unknown, field = ''): FoundWords[] {
  if (value === undefined || value === null) return []
  const marked = KINDS.get(schema)
  if (marked) return typeof value === 'string' && value ? [{ field, kind: marked.kind, text: value }] : []
  return partsOf(schema, value).flatMap(([part, inner, key]) => {
    const path = key === undefined ? field : field ? `${field}.${key}` : key
    return findWords(inner, part, path)
  })
}

type Part = [value: unknown, schema: z.core.$ZodType, key?: string]

function partsOf(schema: z.core.$ZodType, value: unknown): Part[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([key, inner]) => [(value as Record<string, unknown>)[key], inner, key])
    case 'array':
      return (value as unknown[]).map((each, at) => [each, def.element, String(at)])
    case 'record':
      return Object.entries(value as object).map(([key, each]) => [each, def.valueType, key])
    case 'optional':
    case 'nullable':
      return [[value, def.innerType]]
    case 'union': {
      const fitting = def.options.find((option) => z.safeParse(option, value).success)
      return fitting ? [[value, fitting]] : []
    }
    default:
      return []
  }
}

/** Every field of a schema that takes words: `fields[].label` for each of a list, `audience|1.place` for an alternative. */
export function listWords(schema: z.core.$ZodType, field = ''): { field: string; kind: WordsKind }[] {
  const marked = KINDS.get(schema)
  if (marked) return [{ field, kind: marked.kind }]
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) => listWords(inner, field ? `${field}.${key}` : key))
    case 'array':
      return listWords(def.element, `${field}[]`)
    case 'record':
      return listWords(def.valueType, `${field}{}`)
    case 'optional':
    case 'nullable':
      return listWords(def.innerType, field)
    case 'union':
      return def.options.flatMap((option) => listWords(option, field))
    default:
      return []
  }
}

/** Strings of a schema that are neither words, nor references, nor bound to a form (ids, days, phones …): there are none. */
export function findLooseStrings(schema: z.core.$ZodType, field = 'input'): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string': {
      const isBound = (def.checks ?? []).some((check) => check._zod.def.check === 'string_format')
      return isBound || KINDS.has(schema) || REFERENCES.has(schema) ? [] : [field]
    }
    case 'object':
      return Object.entries(def.shape).flatMap(([key, inner]) => findLooseStrings(inner, `${field}.${key}`))
    case 'array':
      return findLooseStrings(def.element, `${field}[]`)
    case 'record':
      return [...findLooseStrings(def.keyType, `${field}{key}`), ...findLooseStrings(def.valueType, `${field}{}`)]
    case 'optional':
    case 'nullable':
      return findLooseStrings(def.innerType, field)
    case 'union':
      return def.options.flatMap((option, at) => findLooseStrings(option, `${field}|${at}`))
    case 'literal':
    case 'enum':
    case 'boolean':
    case 'number':
      return []
    default:
      return [`${field}: ${def.type}`]
  }
}
