// Decides how a document that the cloud wrote opens on the phone: its menu prints it, or sends it to a chat.

/** Downloads it under its own name and opens it. @throws when the line or the phone fails */
export async function openDocument({ url, name }: { url: string; name: string }): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`
  await download(url, filePath)
  const fileType = name.slice(name.lastIndexOf('.') + 1) as 'docx' | 'pdf' | 'xlsx'
  await wx.openDocument({ filePath, fileType, showMenu: true })
}

/** `filePath` gives the document its name. */
function download(url: string, filePath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.downloadFile({
      url,
      filePath,
      success: ({ statusCode }) => (statusCode === 200 ? resolve() : reject(new Error(String(statusCode)))),
      fail: reject,
    })
  })
}
