// Decides how large a photo on the phone is drawn: as many pixels as the screen shows of it, which it draws quickly.

const QUALITY = 80

/** A photo that fits a part of the page, in its points. One that cannot be made smaller is drawn as it is. */
export async function drawSmall(path: string, across: number, down: number): Promise<string> {
  try {
    const { pixelRatio } = wx.getWindowInfo()
    const { width, height } = await wx.getImageInfo({ src: path })
    const scale = Math.min((across * pixelRatio) / width, (down * pixelRatio) / height)
    if (scale >= 1) return path
    const compressedWidth = Math.max(1, Math.floor(width * scale))
    return (await wx.compressImage({ src: path, quality: QUALITY, compressedWidth })).tempFilePath
  } catch {
    return path
  }
}
