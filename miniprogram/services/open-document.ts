// Decides how a document opens: brought to the phone under its own name, then shown by WeChat, whose menu prints it.

/** `stale`: the address has run out, and its page has a new one. */
export type Opened = 'opened' | 'offline' | 'stale' | 'failed'

interface Opening {
  name: string
  /** An address, or a file that is on the phone already. */
  url: string
  onProgress?: (percent: number) => void
}

/** The document that was brought last; it gives its place to the next. */
let last = ''

export async function openPdf({ name, url, onProgress }: Opening): Promise<Opened> {
  if (!url) return 'stale'
  const isHere = !/^https?:\/\//.test(url) || url.startsWith('http://tmp/')
  const filePath = isHere ? url : `${wx.env.USER_DATA_PATH}/${name}`
  try {
    if (!isHere) await bring(url, filePath, onProgress)
    await wx.openDocument({ filePath, fileType: 'pdf', showMenu: true })
    return 'opened'
  } catch (error) {
    const { errMsg = '', message = '' } = error as { errMsg?: string; message?: string }
    if (/^40[34]$/.test(message)) return 'stale'
    return /downloadFile:fail/.test(errMsg) ? 'offline' : 'failed'
  }
}

/** What the cloud wrote: its name says of which kind it is. @throws when the line or the phone fails */
export async function openDocument(document: { url: string; name: string }): Promise<void> {
  await showDocument(await bringDocument(document))
}

/** Where it lies on the phone, under its own name. @throws when the line fails */
export async function bringDocument({ url, name }: { url: string; name: string }): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`
  await downloadTo(url, filePath)
  return filePath
}

/** @throws when the phone cannot show it */
export async function showDocument(filePath: string): Promise<void> {
  const fileType = filePath.slice(filePath.lastIndexOf('.') + 1) as 'docx' | 'pdf' | 'xlsx'
  await wx.openDocument({ filePath, fileType, showMenu: true })
}

async function bring(url: string, filePath: string, onProgress?: (percent: number) => void): Promise<void> {
  if (last && last !== filePath) wx.getFileSystemManager().unlink({ filePath: last, fail: () => undefined })
  await downloadTo(url, filePath, onProgress)
  last = filePath
}

/** `filePath` gives the document its name. */
function downloadTo(url: string, filePath: string, onProgress?: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const task = wx.downloadFile({
      url,
      filePath,
      success: ({ statusCode }) => (statusCode === 200 ? resolve() : reject(new Error(String(statusCode)))),
      fail: reject,
    })
    if (onProgress) task.onProgressUpdate(({ progress }) => onProgress(progress))
  })
}
