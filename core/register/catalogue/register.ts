// Decides how the entries of the catalogue are written down: fields in one line each, and who the desks are together.
import type { Field, RegisterDesk } from '../contract'
import type { Parameter, Part, Register, RegisterSource } from '../types'

/** Keeps the ids of a list of registers as literals. */
export const registers = <Ids extends string>(list: Record<Ids, Register>): Record<Ids, Register> => list

/** `from('S2', '第二条8', '第五条1')` */
export const from = (seed: RegisterSource['seed'], ...articles: string[]): RegisterSource[] =>
  articles.map((article) => ({ seed, article }))

const asked = (id: string, label: string, required: boolean) => ({ id, label, required })
const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([id, label]) => ({ id, label }))

export const text = (id: string, label: string, required = true): Field => ({
  ...asked(id, label, required),
  type: 'text',
})
export const single = (
  id: string,
  label: string,
  labels: Readonly<Record<string, string>>,
  required = true,
): Field => ({
  ...asked(id, label, required),
  type: 'single',
  choices: choicesOf(labels),
})
export const several = (
  id: string,
  label: string,
  labels: Readonly<Record<string, string>>,
  required = true,
): Field => ({
  ...asked(id, label, required),
  type: 'several',
  choices: choicesOf(labels),
})
export const number = (
  id: string,
  label: string,
  {
    min = 0,
    max,
    unit,
    decimals,
    required = true,
  }: { min?: number; max?: number; unit?: string; decimals?: number; required?: boolean } = {},
): Field => ({
  ...asked(id, label, required),
  type: 'number',
  min,
  ...(max !== undefined && { max }),
  ...(unit && { unit }),
  ...(decimals !== undefined && { decimals }),
})
export const day = (id: string, label: string, required = true): Field => ({
  ...asked(id, label, required),
  type: 'day',
})
export const time = (id: string, label: string, required = true): Field => ({
  ...asked(id, label, required),
  type: 'time',
})
export const photo = (id: string, label: string, required = false): Field => ({
  ...asked(id, label, required),
  type: 'photo',
})
export const signature = (id = 'signed', label = '签名', required = true): Field => ({
  ...asked(id, label, required),
  type: 'signature',
})
export const check = (id: string, label: string): Field => ({ ...asked(id, label, true), type: 'check' })
export const pick = (
  id: string,
  label: string,
  type: 'person' | 'child' | 'device' | 'room',
  most = 1,
  required = true,
): Field => ({
  ...asked(id, label, required),
  type,
  most,
})

/** The first part, and all there is of most registers. */
export const fill = (by: readonly RegisterDesk[], fields: readonly Field[]): Part => ({
  id: 'fill',
  title: '填写',
  by,
  fields,
})
/** 校长已阅: a tap of one's own account, or a signature. */
export const sign = (by: readonly RegisterDesk[], fields: readonly Field[] = [], title = '签阅'): Part => ({
  ...{ id: 'sign', title, by, fields, after: ['fill'], days: 0 },
})

export const count = (
  usual: number,
  least: number,
  most: number,
  unit: Extract<Parameter, { kind: 'number' }>['unit'] = '次',
): Parameter => ({
  ...{ kind: 'number', usual, least, most, unit },
})
export const percent = (usual: number): Parameter => ({ kind: 'number', usual, least: 1, most: 100, unit: '%' })
export const clock = (usual: string, earliest: string, latest: string): Parameter => ({
  kind: 'clock',
  usual,
  earliest,
  latest,
})

export const LEADING: readonly RegisterDesk[] = ['office', 'principal']
export const TEACHING: readonly RegisterDesk[] = ['head_teacher', 'teacher']
