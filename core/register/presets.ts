// Decides which registers a school can begin with, as sets: a few of ours, or all that one of the papers asks for.
import { REGISTERS, type CatalogueId } from './catalogue'
import type { RegisterSource } from './types'

/** Numbers and times of one register; those that are not named are the usual ones. */
export type Values = Readonly<Record<string, number | string>>
export type RegisterSet = Readonly<Record<string, Values>>

/** One change of what a school keeps, as `register.switch` takes it. */
export interface RegisterChange {
  register: string
  on: boolean
  values?: { key: string; value: number | string }[]
}

export interface RegisterPreset {
  id: string
  registers: RegisterSet
}

const usual = (ids: readonly string[]): RegisterSet => Object.fromEntries(ids.map((id) => [id, {}]))
const ours = (...ids: CatalogueId[]) => usual(ids)

/** Registers with an article that begins so: a paper is kept whole, whatever is added to it. */
const citing = (seed: RegisterSource['seed'], beginning: string) =>
  usual(
    Object.entries(REGISTERS)
      .filter(([, { sources }]) =>
        sources.some((source) => source.seed === seed && source.article.startsWith(beginning)),
      )
      .map(([id]) => id),
  )

/** Our own are three each: whoever begins is not given sixty forms. */
export const REGISTER_PRESETS: readonly RegisterPreset[] = [
  { id: 'primary', registers: ours('contacts', 'class-log', 'parents-meeting') },
  { id: 'kindergarten', registers: ours('contacts', 'home-visits', 'parents-meeting') },
  { id: 's3-1', registers: citing('S3', '篇1 ') },
  { id: 's3-3', registers: citing('S3', '篇3 ') },
  { id: 's4', registers: citing('S4', '设备管理与应用方案') },
]

const switchOn = ([register, values]: [string, Values]): RegisterChange => {
  const given = Object.entries(values).map(([key, value]) => ({ key, value }))
  return { register, on: true, ...(given.length > 0 && { values: given }) }
}
/** The changes that switch on what is named, with its numbers. */
export const changesTo = (on: RegisterSet): RegisterChange[] => Object.entries(on).map(switchOn)

/** What switches a preset on; registers beside it stay as they are. */
export function presetChanges(id: string): RegisterChange[] {
  return changesTo(REGISTER_PRESETS.find((preset) => preset.id === id)?.registers ?? {})
}
