// Decides which registers there are: what the schools' own papers ask of teachers, in the order of the pages.
import type { Register } from '../types'
import { EQUIPMENT } from './equipment'
import { HEAD_TEACHER } from './head-teacher'
import { HOME } from './home'
import { POINTS } from './points'

const CATALOGUE = { ...HOME, ...HEAD_TEACHER, ...POINTS, ...EQUIPMENT }
export type CatalogueId = keyof typeof CATALOGUE

export const REGISTERS: Readonly<Record<CatalogueId, Register>> = CATALOGUE

/** A register of the catalogue; undefined: a school's own, or none. */
export function findRegister(id: string): Register | undefined {
  return Object.prototype.hasOwnProperty.call(REGISTERS, id) ? REGISTERS[id as CatalogueId] : undefined
}
