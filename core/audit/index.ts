// The audit's anchor: a code by which a principal proves later that nothing was cut.
export { compareAnchor, readAnchor, writeAnchor } from './anchor'
export type { Anchor, Anchored } from './anchor'
