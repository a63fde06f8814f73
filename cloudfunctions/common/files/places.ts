// Decides where files lie and whose they are: a phone writes only below its owner's mark in uploads/.
import type { UploadPurpose } from '@class-pact/core/contract'
import { cloud } from '../cloud'
import { deriveId } from '../ids'

export const UPLOADS = 'uploads/'

/** The folder a phone puts its files into: nobody else's mark leads there, and no document takes a file from another's. */
export function uploadFolder(openid: string, purpose: UploadPurpose, schoolId = ''): string {
  return `${UPLOADS}${deriveId('uploads', openid)}/${purpose}${schoolId && `/${schoolId}`}/`
}

/** Whether the id names a file in exactly this folder of this environment. */
export function liesIn(folder: string, fileId: string): boolean {
  const path = pathOf(fileId)
  return path?.startsWith(folder) === true && /^[\w-]+$/.test(path.slice(folder.length))
}

/** `kept/notices/<noticeId>/`: closed to every phone (database/storage-rules.json). */
export function keptFolder(
  collection: 'notices' | 'slips' | 'leaves' | 'albums' | 'evidence' | 'talks' | 'entries',
  documentId: string,
): string {
  return `kept/${collection}/${documentId}/`
}

/** Whether the id names a file that a document keeps in this very folder. */
export function isKeptIn(folder: string, fileId: string): boolean {
  const path = pathOf(fileId)
  return path?.startsWith(folder) === true && /^[\w-]+\.\w+$/.test(path.slice(folder.length))
}

/** The owner's mark in the name of a kept file. */
export const ownerMark = (folder: string, openid: string) => deriveId('kept', folder, openid)

/** A photo of an own notice that came back: it may go out again with the next (G01). */
export const isOwnKeptPhoto = (fileId: string, openid: string): boolean =>
  ['jpg', 'png'].includes(typeOfOwnKept(fileId, openid) ?? '')

/** A document of an own notice. */
export const isOwnKeptDocument = (fileId: string, openid: string): boolean => typeOfOwnKept(fileId, openid) === 'pdf'

function typeOfOwnKept(fileId: string, openid: string): string | undefined {
  const [, folder = '', mark, type] =
    /^(kept\/notices\/[\w-]+\/(?:\d+\/)?)\d+-[0-9a-f]+-([\w-]+)\.(\w+)$/.exec(pathOf(fileId) ?? '') ?? []
  return mark !== undefined && mark === ownerMark(folder, openid) ? type : undefined
}

/** The path in a file id; undefined for one of another environment, or written in any way the SDK does not write it. */
function pathOf(fileId: string): string | undefined {
  const [, host = '', path] = /^cloud:\/\/([\w-]+\.[\w-]+)\/([\w./:-]+)$/.exec(fileId) ?? []
  return host.split('.')[0] === cloud.getWXContext().ENV ? path : undefined
}
