// Decides how somebody takes along what is kept about them: pages to read and data, for ten minutes (M12, G23).
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { keepExport } from '../../common/files/keep-export'
import { writePdf } from '../../common/files/write-pdf'
import { noteAct, withTrail } from '../../common/store/trail'
import { schools, type SchoolDoc } from '../school'
import { drawCopy } from './draw-copy'
import { exportPerson } from './export-person'
import { sayCopy, sayMoment, type WholeCopy } from './say-copy'

const TITLE = '我的家校约数据'

export const printPerson: Handler<'person.print'> = async (input, visit) => {
  const reply = await exportPerson(input, visit)
  if (!reply.ok) return reply
  const copy: WholeCopy = reply.data
  // Of nobody nothing is kept.
  if (!copy.consent) return refuse('FORBIDDEN')
  // Every school whose records are in it has it in its trail, and not what is in it.
  const schoolIds = [...new Set(copy.identities.map(({ schoolId }) => schoolId))]
  if (schoolIds.length > 0) {
    const act = noteAct(visit, copy.identities[0]?.role ?? 'guardian', 'person.print')
    const noted = await schools.update({ _id: { $in: schoolIds }, ...unlessDone(visit) }, withTrail({}, act))
    if (noted === 0) {
      const been = await schools.find<Pick<SchoolDoc, 'trail'>>(schoolIds[0] ?? '', { trail: 1 })
      if (findCall(been?.trail, visit) === 'other') return refuseReused()
    }
  }
  const note = `${sayMoment(visit.now)}生成，只有本人的数据。`
  const pages = writePdf(drawCopy(TITLE, note, sayCopy(copy)), TITLE)
  const data = Buffer.from(JSON.stringify(copy, null, 2))
  const [url, dataUrl] = [await keepExport(pages, visit), await keepExport(data, visit, '', 'data')]
  if (!url || !dataUrl) return refuse('TRY_AGAIN')
  return succeed({ url, name: `${TITLE}.pdf`, dataUrl, dataName: `${TITLE}.json` })
}
