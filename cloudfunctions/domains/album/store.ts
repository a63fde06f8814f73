// Decides what is asked of albums and changed in them.
import { openCollection } from '../../common/store/collection'
import type { AlbumDoc } from './documents'

export const albums = openCollection<AlbumDoc>('albums')
