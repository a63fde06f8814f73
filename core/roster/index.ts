// Rosters as schools keep them: cells in, children and problems out.
export * from './class-name'
export * from './plan'
export * from './read-roster'
export * from './types'
