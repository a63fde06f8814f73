// Albums: who is seldom in a photo, who sees which photo, and where an album stands.
export { medianOf, seldomOf } from './fairness'
export { isOpenTo, stateOfPhoto } from './photos'
export { placeAlbum } from './place'
