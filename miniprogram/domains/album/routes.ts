// Decides where the pages of albums are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const ALBUM_ROUTES = {
  /** Of a family's child, of a class, or those of a school that wait for a leader's look. */
  albums: (query: { childId?: string; classId?: string; schoolId?: string }) =>
    addressOf('/packages/album/list/list', query),
  album: (query: { albumId: string }) => addressOf('/packages/album/album/album', query),
  albumPost: (query: { classId: string }) => addressOf('/packages/album/post/post', query),
  photoChoice: () => addressOf('/packages/album/choice/choice', {}),
} as const
