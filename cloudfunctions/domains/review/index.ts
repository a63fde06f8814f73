// What other domains may use of review.
export { COUNT_UNSEEN, placeOf, unseenOverrides } from './unseen'
