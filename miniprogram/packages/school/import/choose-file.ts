// Decides which files can be chosen as a roster, and where the template goes.
import { TEMPLATE_BASE64, TEMPLATE_NAME } from './template'

/** The largest file that is read; a roster of 5000 rows has about 300 KB. */
export const FILE_BYTES_MAX = 5_000_000
/** What schools keep lists in; what is in it is decided by its content. */
const EXTENSIONS = ['xlsx', 'xls', 'csv', 'txt', 'xlsm', 'et']

export interface ChosenFile {
  path: string
  name: string
  size: number
}

/** A file from a chat; closing the picker gives none. */
export async function pickFile(): Promise<ChosenFile | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: EXTENSIONS })
    return tempFiles[0]
  } catch {
    return undefined
  }
}

/** .xlsx of 名单.XLSX; what has none is taken as one. */
export function extensionOf(name: string): string {
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return EXTENSIONS.includes(extension) ? `.${extension}` : '.xlsx'
}

export const openTemplate = (): Promise<void> => openSheet(TEMPLATE_NAME, TEMPLATE_BASE64)

/** Opens an .xlsx; WeChat's own menu sends it to a chat, where a computer has it too. */
export async function openSheet(name: string, base64: string): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`
  wx.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
}
