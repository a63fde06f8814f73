// Decides how a set of registers is named, by ids or by what of a paper they keep, and what switches a set on.
import { REGISTERS, type CatalogueId } from './catalogue'
import type { Register, RegisterSource } from './types'

/** Numbers and times of one register; those that are not named are the usual ones. */
export type Values = Readonly<Record<string, number | string>>
export type RegisterSet = Readonly<Record<string, Values>>

/** One change of what a school keeps, as `register.switch` takes it. */
export interface RegisterChange {
  register: string
  on: boolean
  values?: { key: string; value: number | string }[]
}

const ALL: [string, Register][] = Object.entries(REGISTERS)
const usual = (ids: readonly string[]): RegisterSet => Object.fromEntries(ids.map((id) => [id, {}]))
const setOf = (belongs: (register: Register) => boolean) =>
  usual(ALL.filter(([, register]) => belongs(register)).map(([id]) => id))

export const ours = (...ids: CatalogueId[]): RegisterSet => usual(ids)
export const named = (list: Partial<Record<CatalogueId, Values>>): RegisterSet => ({ ...list })

/** Registers with an article that begins so: a paper is kept whole, whatever the catalogue adds to it. */
export const citing = (seed: RegisterSource['seed'], beginning: string) =>
  setOf(({ sources }) => sources.some((source) => source.seed === seed && source.article.startsWith(beginning)))

/** Registers that keep one requirement. */
export const keeping = (requirement: string) => setOf(({ keeps }) => keeps.includes(requirement))

/** The lists of devices and rooms that some of a set are about, and what others of it must have first. */
export function withNeeded(set: RegisterSet): RegisterSet {
  const needed = ALL.flatMap(([id, { about, requires }]) => {
    if (!(id in set)) return []
    const lists = ALL.filter(([, { makes }]) => makes !== undefined && makes === about).map(([list]) => list)
    return [...lists, ...(requires ? [requires.register] : [])]
  }).filter((id) => !(id in set))
  return needed.length === 0 ? set : withNeeded({ ...set, ...usual(needed) })
}

export const without = (set: RegisterSet, ids: readonly string[]): RegisterSet =>
  Object.fromEntries(Object.entries(set).filter(([id]) => !ids.includes(id)))

const switchOn = ([register, values]: [string, Values]): RegisterChange => {
  const given = Object.entries(values).map(([key, value]) => ({ key, value }))
  return { register, on: true, ...(given.length > 0 && { values: given }) }
}

/** First what is switched off, then what is switched on, with its numbers. */
export const changesTo = (on: RegisterSet, off: readonly string[]): RegisterChange[] => [
  ...off.map((register) => ({ register, on: false })),
  ...Object.entries(on).map(switchOn),
]
