// What other domains may use of album.
export type { AlbumDoc } from './documents'
export { albums } from './store'
