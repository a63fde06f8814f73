// Albums: who is seldom in a photo, who sees which photo, and where an album stands.
export { medianOf, seldomOf } from './fairness'
export type { Counted } from './fairness'
export { isOpenTo, stateOfPhoto } from './photos'
export type { PhotoFacts, PhotoSuggestion } from './photos'
export { placeAlbum } from './place'
