// Decides what a bureau may know of a school: sums over enough children, never over a few (G22, X08).
import type { BureauSchool, Inspection, InspectionLine } from './contract'

/** Of fewer somebody at the school could tell who is meant; as many as an anonymous result takes (LEAST_SHEETS, N20). */
export const FEWEST = 5

/** Counted over the whole school, this term. */
export interface SchoolSums {
  /** Lines of slips that want a reply. */
  asked: number
  reached: number
  leaves: number
  registersDone: number
  registersOpen: number
  children: number
}

type Figures = Pick<BureauSchool, 'reachedRate' | 'leaves' | 'registers'>

/** A figure over too few is absent, and so is every figure of a school with so few children. */
export function figuresOf({ asked, reached, leaves, registersDone, registersOpen, children }: SchoolSums): Figures {
  if (children < FEWEST) return {}
  return {
    ...(asked >= FEWEST && { reachedRate: reached / asked }),
    ...((leaves === 0 || leaves >= FEWEST) && { leaves }),
    ...(registersDone + registersOpen > 0 && { registers: { done: registersDone, open: registersOpen } }),
  }
}

/** What a report comes to for the school: no class of it is handed on. */
export function sumInspection(lines: readonly InspectionLine[]): Pick<Inspection, 'classes' | 'items' | 'open'> {
  return {
    classes: lines.filter(({ className }) => className !== '').length,
    items: lines.reduce((sum, { items }) => sum + items, 0),
    open: lines.reduce((sum, { open }) => sum + open, 0),
  }
}
