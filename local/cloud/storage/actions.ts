// Decides how the wire's storage actions are answered: upload metadata, download addresses, deletion.
import { CloudError } from '../errors'
import type { Params, Reply } from '../database/actions'
import { MAX_ADDRESS_AGE_S, MAX_FILES_PER_REQUEST } from '../limits'
import type { Addresses } from './addresses'
import { fileIdOf, pathOf, type FileStore } from './file-store'

/** All storage actions of the wire, by their name without `storage.`. */
export function storageActions(files: FileStore, addresses: Addresses): Record<string, (params: Params) => Reply> {
  return {
    getUploadMetadata(params) {
      const path = checkPath(params['path'])
      return {
        data: {
          ...addresses.toWrite(path),
          token: 'local-upload-token',
          fileId: fileIdOf(path),
          cosFileId: Buffer.from(path).toString('base64url'),
        },
      }
    },

    batchGetDownloadUrl(params) {
      const wanted = listOf(params['file_list']) as { fileid: string; max_age?: number }[]
      return {
        data: {
          download_list: wanted.map(({ fileid, max_age }) => describeDownload(files, addresses, fileid, max_age)),
        },
      }
    },

    batchDeleteFile(params) {
      const wanted = listOf(params['fileid_list']) as string[]
      return {
        data: {
          delete_list: wanted.map((fileID) => {
            const path = pathOf(fileID)
            return { fileID, code: path !== undefined && files.remove(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
          }),
        },
      }
    },
  }
}

export interface Download {
  code: 'SUCCESS' | 'STORAGE_FILE_NONEXIST'
  fileID: string
  tempFileURL: string
  maxAge: number
}

export function describeDownload(
  files: FileStore,
  addresses: Addresses,
  fileID: string,
  maxAge = MAX_ADDRESS_AGE_S,
): Download {
  const path = pathOf(fileID)
  if (path === undefined || !files.has(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '', maxAge }
  return { code: 'SUCCESS', fileID, tempFileURL: addresses.toRead(path, maxAge), maxAge }
}

/** Characters that would mean something else in the address of the file. */
const UNSAFE_IN_ADDRESS = /[?#%\\\p{Cc}]/u
const MAX_PATH_CHARACTERS = 850

/** @throws STORAGE_REQUEST_FAIL for a path the cloud would refuse, or could not serve again */
export function checkPath(path: unknown): string {
  const valid =
    typeof path === 'string' &&
    path !== '' &&
    !path.startsWith('/') &&
    !path.includes('//') &&
    path.length <= MAX_PATH_CHARACTERS &&
    !UNSAFE_IN_ADDRESS.test(path)
  if (!valid) throw new CloudError('STORAGE_REQUEST_FAIL', `invalid cloud path: ${String(path)}`)
  return path
}

/** The files of one request. */
function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CloudError('INVALID_PARAM', 'invalid parameter: a list is expected')
  if (value.length > MAX_FILES_PER_REQUEST)
    throw new CloudError('INVALID_PARAM', `invalid parameter: at most ${MAX_FILES_PER_REQUEST} files in one request`)
  return value
}
