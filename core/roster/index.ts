// Rosters as schools keep them: cells in, children and problems out.
export { columnAt } from './cells'
export * from './class-name'
export { nameOnRoll } from './names'
export * from './plan'
export * from './read-roster'
export * from './types'
