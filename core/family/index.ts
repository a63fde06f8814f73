// Names, cards and seats of the people around a child.
export * from './cards'
export * from './consent'
export * from './identities'
export * from './match'
export * from './names'
export { foldCharacters } from './same-character'
export * from './seats'
export { reviewDueFrom } from './roster-review'
