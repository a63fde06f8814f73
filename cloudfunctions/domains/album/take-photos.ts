// Decides how an album takes photos: without where and with what they were taken, each with a small one beside it.
import type { Input } from '@class-pact/core/contract'
import type { Refusal } from '../../common/call/results'
import { makeThumb } from '../../common/files/make-thumb'
import type { Picture } from '../../common/files/picture'
import { keptFolder } from '../../common/files/places'
import { stripPicture } from '../../common/files/strip-picture'
import { takeFiles } from '../../common/files/take-files'
import { deriveId } from '../../common/ids'
import type { KeptFile } from '../../common/store/documents'
import type { AlbumPhotoDoc } from './documents'

interface Taking {
  openid: string
  requestId: string
  albumId: string
}

/** From here on a picture lies on its side (EXIF, 4.6.4). */
const LYING = 5

/** Errors: those of `takeFiles`, PHOTO_LARGE among them; INPUT_INVALID also for a picture in which nothing can be seen. */
export async function takePhotos(
  photos: Input<'album.publish'>['photos'],
  { openid, requestId, albumId }: Taking,
): Promise<{ ok: true; photos: AlbumPhotoDoc[] } | Refusal> {
  const thumbs: { picture: Picture; lies: boolean }[] = []
  const taken = await takeFiles(
    photos.map(({ fileId }) => fileId),
    {
      ...{ openid, purpose: 'album', into: keptFolder('albums', albumId) },
      field: (index) => `photos.${index}.fileId`,
      turn: (picture, index) => {
        const small = makeThumb(picture)
        if (!small) return undefined
        const stripped = stripPicture(picture)
        thumbs[index] = { picture: small, lies: stripped.orientation >= LYING }
        return stripped
      },
      small: (index) => thumbs[index]?.picture,
    },
  )
  if (!taken.ok) return taken
  return {
    ok: true,
    photos: photos.flatMap(({ children }, index): AlbumPhotoDoc[] => {
      const [file, thumb, { lies = false } = {}] = [taken.files[index], taken.small[index], thumbs[index]]
      if (!file || !thumb) return []
      const [width = 0, height = 0] = lies ? [file.height, file.width] : [file.width, file.height]
      return [
        {
          photoId: deriveId('photo', openid, requestId, String(index)),
          ...{ file: withoutOwner(file), thumb: withoutOwner(thumb), width, height },
          children: [...new Set(children)],
        },
      ]
    }),
  }
}

function withoutOwner({ owner: _, ...file }: KeptFile): Omit<KeptFile, 'owner'> {
  return file
}
