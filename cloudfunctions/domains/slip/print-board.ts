// Decides what of a board goes on paper or into a table, and for whom: every print leaves its trace (N06, N08, X04).
import { layOut } from '@class-pact/core/notice'
import type { Board, CheckedInput } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { lookBack, refuseReused, unlessDone } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { keepExport } from '../../common/files/keep-export'
import { writePdf } from '../../common/files/write-pdf'
import { noteAct, withTrail } from '../../common/store/trail'
import { notices, type NoticeDoc } from '../notice'
import { describeBoard, type BoardSlip } from './board'
import { drawList } from './draw-list'
import { drawSlips, longDay, type PaperNotice, type PaperSlip } from './draw-slips'
import { mayActOn, type FoundBoard } from './find-slip'
import { codeOf, paperOf } from './paper-code'
import { slips } from './store'
import { writeTable } from './write-table'

const NAMES = { slips: '纸质回执单.pdf', list: '回执总表.pdf', table: '回执表.xlsx' } as const
/** What no file system takes in a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|.\s]/g
const NAME_MAX = 30

type Print = CheckedInput<'board.print'>

export const printBoard: Handler<'board.print', FoundBoard> = async (input, session) => {
  const { found, identity, now } = session
  const { slip } = found
  const canAct = mayActOn(slip, session, identity)
  // A paper is recorded by whoever acts on the board, so nobody else hands it out.
  if (input.as === 'slips' && !canAct) return refuse('FORBIDDEN')
  if (input.as === 'slips' && slip.state !== 'running') return refuse('NOTICE_STATE', { facts: { state: slip.state } })
  const notice = await notices.find(slip.noticeId)
  if (!notice) return refuse('FORBIDDEN')
  const board = describeBoard(slip, canAct)
  const wanted = input.as === 'slips' ? chooseRows(board, input) : board.rows
  if (wanted.length === 0) return refuse('INPUT_INVALID', { field: 'childIds' })

  const act = noteAct(session, identity.role, 'slip.print', { as: input.as, children: wanted.length })
  const mark = input.as === 'slips' ? { paper: paperOf(slip._id) } : {}
  const noted = await slips.update({ _id: slip._id, ...unlessDone(session) }, withTrail({ $set: mark }, act))
  if (!noted && (await lookBack(slips, slip._id, session)) === 'other') return refuseReused()

  const { content, annex } = compose(input, { board, slip, notice, wanted, now })
  const url = await keepExport(content, session, slip.schoolId)
  if (!url) return refuse('TRY_AGAIN')
  const name = `${slip.title.replace(NOT_IN_NAMES, '').slice(0, NAME_MAX)}${NAMES[input.as]}`
  return succeed({ url, name, children: wanted.length, annex })
}

/** In the order of the roll; who has gone gets no paper (L12). */
function chooseRows({ rows }: Board, { childIds }: Print): Board['rows'] {
  const isMissing = ({ state }: Board['rows'][number]) => state !== 'signed' && state !== 'followed'
  return rows
    .filter(({ state }) => state !== 'closed')
    .filter((row) => (childIds ? childIds.includes(row.childId) : isMissing(row)))
}

interface Known {
  board: Board
  slip: BoardSlip
  notice: NoticeDoc
  wanted: Board['rows']
  now: number
}

function compose({ as }: Print, { board, slip, notice, wanted, now }: Known): { content: Buffer; annex: boolean } {
  const { schoolName } = notice
  if (as === 'table') return { content: writeTable(board), annex: false }
  if (as === 'list')
    return { content: writePdf(drawList(board, schoolName, now), `${slip.title}回执总表`), annex: false }
  const papers = wanted.map(({ childId, no, name }): PaperSlip => ({ no, name, code: codeOf(slip, childId) }))
  const { sheets, annex } = drawSlips(describePaper(slip, notice), papers)
  return { content: writePdf(sheets, `${slip.title}纸质回执单`), annex }
}

function describePaper({ className, publishedAt, deadline, version }: BoardSlip, notice: NoticeDoc): PaperNotice {
  const { draft, issuer, schoolName } = notice
  const { title, paragraphs, day } = layOut({
    title: draft.title,
    body: draft.body,
    issuer,
    className,
    at: publishedAt,
  })
  return { title, paragraphs, issuer, day, schoolName, className, facts: describeEvent(draft.event), version, deadline }
}

/** When and where, as it stands beside the letter. */
function describeEvent(event: NoticeDoc['draft']['event']): string[] {
  if (!event) return []
  const { day, place, from, to } = event
  const hours = [from, to].filter(Boolean).join('—')
  return [`时间：${longDay(day)}${hours && ` ${hours}`}${place ? `　地点：${place}` : ''}`]
}
