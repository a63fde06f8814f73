// Decides wx.getFileSystemManager: temporary files and the app's own folder, read and written whole.
import { ApiError, asynchronousAll, type Options, type WxTable } from './define-api'
import { decodeBase64, encodeBase64, mediaType, type TempFiles } from './temp-files'

type Content = string | ArrayBuffer

export function filesApi(files: TempFiles): WxTable {
  const manager = {
    readFileSync: (path: string, encoding?: string) => decodeSync(addressOf(files, path), path, encoding),
    accessSync: (path: string) => void readBytes(addressOf(files, path), path),
    copyFileSync: (source: string, target: string) =>
      write(files, { filePath: target, data: readBytes(addressOf(files, source), source).buffer }),
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

/** A temporary file, or one of the package: 「FileSystemManager.readFileSync」 reads both. */
function addressOf(files: TempFiles, path: string): string {
  if (!path.startsWith('wxfile://')) return `/app/${path.replace(/^\//, '')}`
  files.find(path)
  return files.address(path)
}

/** Reading at once is possible only through a synchronous request. */
function readBytes(address: string, path: string): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  request.overrideMimeType('text/plain; charset=x-user-defined')
  request.send()
  if (request.status >= 400) throw new ApiError(`no such file or directory, open "${path}"`)
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff)
}

function decodeSync(address: string, path: string, encoding?: string): Content {
  return decodeBytes(readBytes(address, path).buffer, encoding)
}
