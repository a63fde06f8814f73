// Decides how large a photo is that leaves the phone: 1 MB and 2000 px at most, whatever the camera made of it.
import { limits } from '@class-pact/core/contract'

/** The longer side, px: enough for any phone and for a print of 17 cm. */
const SIDE_MAX = 2000
/** Tried one after another, until the photo is small enough. */
const QUALITIES = [80, 60, 40]

export interface SmallPhoto {
  path: string
  /** No quality made it small enough. */
  tooLarge: boolean
}

/** Makes one photo small. A photo that cannot be read is left as it is: the cloud looks at what it is. */
export async function shrinkPhoto(path: string): Promise<SmallPhoto> {
  try {
    const { width, height } = await wx.getImageInfo({ src: path })
    const size = fitInto(width, height)
    if (!size && (await measure(path)) <= limits.ALBUM_PHOTO_BYTES_MAX) return { path, tooLarge: false }
    let smaller = path
    for (const quality of QUALITIES) {
      smaller = (await wx.compressImage({ src: path, quality, ...size })).tempFilePath
      if ((await measure(smaller)) <= limits.ALBUM_PHOTO_BYTES_MAX) return { path: smaller, tooLarge: false }
    }
    return { path: smaller, tooLarge: true }
  } catch {
    return { path, tooLarge: false }
  }
}

/** Only the longer side is said: WeChat keeps the other in proportion (「wx.compressImage」). */
function fitInto(width: number, height: number): { compressedWidth?: number; compressedHeight?: number } | undefined {
  if (Math.max(width, height) <= SIDE_MAX) return undefined
  return width >= height ? { compressedWidth: SIDE_MAX } : { compressedHeight: SIDE_MAX }
}

function measure(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })
}
