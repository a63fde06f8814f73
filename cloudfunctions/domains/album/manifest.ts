// Decides what others read of albums.
import { albumRows, albumWritingRows } from '@class-pact/core/album/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'album',
  rows: { ...albumRows, ...albumWritingRows },
  collections: {
    // The class's photos: copied to nobody; whoever has left is nobody's author any more.
    albums: {
      trailed: true,
      dutied: true,
      personal: { copied: 'nothing of it', forgotten: { kept: 'the school year' } },
      purged: [{ kind: 'albums', by: 'createdAt', as: 'instant', files: true }],
    },
  },
  acts: {
    'album.publish': '发相册',
    'album.appear': '相册照片检查通过，已发出',
    'album.hold': '相册待人工看',
    'album.approve': '相册通过',
    'album.return': '退回相册',
    'album.remove': '删除相册',
    'album.cut': '删除相册里的照片',
    'photo.choose': '家长选择出镜或不出镜',
  },
}
