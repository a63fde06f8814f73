// Decides how photos and ink of a form go up: what is still on this phone, by purpose; what is in the cloud stays.
import type { PhoneReply } from '../../services/cloud'
import { uploadAll } from '../../services/upload'
import type { FillForm, FilledAnswer } from './fill'

/** The answers with every file in the cloud, or why not. */
export async function uploadFilled(
  { questions }: FillForm,
  filled: readonly FilledAnswer[],
): Promise<PhoneReply<FilledAnswer[]>> {
  let sheet = [...filled]
  for (const purpose of ['answer', 'signature'] as const) {
    const ofPurpose = new Set(
      questions.flatMap(({ id, type }) => ((type === 'signature') === (purpose === 'signature') ? [id] : [])),
    )
    const local = sheet.flatMap(({ question, files = [] }) =>
      ofPurpose.has(question) ? files.flatMap(({ fileId, path }) => (fileId ? [] : [path])) : [],
    )
    const reply = await uploadAll(purpose, local)
    if (!reply.ok) return reply
    sheet = sheet.map((each) => ({
      ...each,
      ...(each.files && {
        files: each.files.map((file) => ({
          ...file,
          fileId: file.fileId || (reply.data[local.indexOf(file.path)] ?? ''),
        })),
      }),
    }))
  }
  return { ok: true, data: sheet }
}
