// Decides wx.getFileSystemManager: temporary files and the app's own folder, read and written whole.
import { ApiError, asynchronousAll, type Options, type WxTable } from './define-api'
import { decodeBase64, encodeBase64, mediaType, type TempFiles } from './temp-files'

type Content = string | ArrayBuffer

export function filesApi(files: TempFiles): WxTable {
  const manager = {
    readFileSync: (path: string, encoding?: string) => decodeSync(files.find(path), encoding),
    accessSync: (path: string) => void files.find(path),
    ...asynchronousAll({
      readFile: async (options) => ({
        data: await decode(await files.read(String(options['filePath'])), options['encoding'] as string | undefined),
      }),
      writeFile: (options) => write(files, options),
      access: (options) => void files.find(String(options['path'])),
      unlink: (options) => files.remove(String(options['filePath'])),
      getFileInfo: (options) => ({ size: files.find(String(options['filePath'])).size }),
      copyFile: (options) => files.write(String(options['destPath']), files.find(String(options['srcPath']))),
      saveFile: (options) => {
        const blob = files.find(String(options['tempFilePath']))
        const path = String(
          options['filePath'] ?? `${files.userPath}/${String(options['tempFilePath']).split('/').at(-1)}`,
        )
        files.write(path, blob)
        return { savedFilePath: path }
      },
    }),
    writeFileSync: (filePath: string, data: Content, encoding?: string) => write(files, { filePath, data, encoding }),
    unlinkSync: (path: string) => files.remove(path),
  }
  return { getFileSystemManager: () => manager, env: { USER_DATA_PATH: files.userPath } }
}

function write(files: TempFiles, { filePath, data, encoding }: Options): void {
  const path = String(filePath)
  if (!path.startsWith(files.userPath)) throw new ApiError(`permission denied, open "${path}"`)
  const content = data as Content
  const bytes = typeof content === 'string' && encoding === 'base64' ? decodeBase64(content) : content
  files.write(path, new Blob([bytes], { type: mediaType(path) }))
}

async function decode(blob: Blob, encoding?: string): Promise<Content> {
  return decodeBytes(await blob.arrayBuffer(), encoding)
}

function decodeBytes(buffer: ArrayBuffer, encoding?: string): Content {
  if (!encoding) return buffer
  const bytes = new Uint8Array(buffer)
  if (encoding === 'base64') return encodeBase64(bytes)
  if (encoding === 'hex') return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (/^utf-?8$/.test(encoding)) return new TextDecoder().decode(buffer)
  throw new ApiError(`invalid encoding "${encoding}"`)
}

/** A blob can be read at once only through a synchronous request to its own address. */
function decodeSync(blob: Blob, encoding?: string): Content {
  const address = URL.createObjectURL(blob)
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  request.overrideMimeType('text/plain; charset=x-user-defined')
  request.send()
  URL.revokeObjectURL(address)
  const bytes = Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff)
  return decodeBytes(bytes.buffer, encoding)
}
