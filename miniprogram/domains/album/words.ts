// Decides the Chinese for how an album and its photos stand (P01–P03, C04).
import type { AlbumPhoto, AlbumState } from '@class-pact/core/contract'

/** In a list; an album that is out says nothing. */
export const ALBUM_STATE_WORDS: Record<AlbumState, string> = {
  checking: '检查中',
  held: '请人工看中',
  published: '',
  returned: '已退回',
  removed: '已删除',
}
/** Over an album that is not out: what comes of it. */
export const ALBUM_STATE_SENTENCES: Record<AlbumState, string> = {
  checking: '照片检查中，通过后自动出现',
  held: '校长室在看，看过后自动出现',
  published: '',
  returned: '已退回，没有出现在班级里',
  removed: '这本相册已删除',
}
export const PHOTO_STATE_WORDS: Record<AlbumPhoto['state'], string> = {
  pending: '检查中',
  pass: '',
  doubted: '请人工看中',
  hidden: '已隐藏，有家长选了不出镜',
}
