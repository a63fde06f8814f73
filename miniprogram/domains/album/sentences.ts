// Decides what is said when the cloud says no to an album.
import { limits } from '@class-pact/core/contract'
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

const MEGABYTE = 1024 * 1024

export const ALBUM_SENTENCES: DomainSentences = {
  rules: { CHILDREN_UNTAGGED: 'P02' },
  codes: {
    ALBUM_STATE: plainRule('这本相册刚刚有了变动，请再看一遍。', offer('retry', '重新看')),
    PHOTO_LARGE: plainRule(
      ({ count }) =>
        `${count === undefined ? '有一张照片' : `第${count}张照片`}超过${limits.ALBUM_PHOTO_BYTES_MAX / MEGABYTE}MB，请您换一张。`,
      offer('replace_photo'),
    ),
  },
  fields: {
    photos: '照片没有选好，请再选一次。',
    absent: '缺席的孩子有变动，请再看一遍名单。',
  },
}
