// Decides how a photo comes into the phone's own album: brought, then kept, if the person lets the app do so.

/** `denied`: the person has said no to this earlier; only WeChat's settings change that. */
export type Saved = 'saved' | 'denied' | 'cancelled' | 'failed'

const SCOPE = 'scope.writePhotosAlbum'

/** @param url of the photo in full, good for some minutes */
export async function savePhoto(url: string): Promise<Saved> {
  try {
    const filePath = await bringPhoto(url)
    await wx.saveImageToPhotosAlbum({ filePath })
    return 'saved'
  } catch (error) {
    const { errMsg = '' } = (error ?? {}) as { errMsg?: string }
    if (/cancel/i.test(errMsg)) return 'cancelled'
    return /auth|denied|deny/i.test(errMsg) ? 'denied' : 'failed'
  }
}

/** WeChat's settings, where one lets the app save photos after all. Returns whether one has. */
export async function allowSaving(): Promise<boolean> {
  try {
    const { authSetting } = await wx.openSetting()
    return authSetting[SCOPE] === true
  } catch {
    return false
  }
}

function bringPhoto(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) =>
        statusCode === 200 ? resolve(tempFilePath) : reject(new Error(String(statusCode))),
      fail: reject,
    })
  })
}
