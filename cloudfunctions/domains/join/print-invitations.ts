// Decides what stands on the pages that a school hangs up or hands out: a code, and how to join, in large print.
import { beijingDay } from '@class-pact/core/calendar'
import { limits, type Instant } from '@class-pact/core/contract'
import type { Handler, InPlace, Session } from '../../common/call/handlers'
import { isLeader } from '../../common/call/scope'
import { refuse, succeed } from '../../common/call/results'
import { BOUNDS } from '../../common/store/bounds'
import { keepExport } from '../../common/files/keep-export'
import { writeDocument, type Block } from '../../common/files/write-document'
import { drawCode } from '../../common/wechat/draw-code'
import { classes, type ClassDoc } from '../class'
import type { InvitationDoc } from './documents'
import { invitations } from './invitations'
import { draftFor, readPlace, type SchoolPlace } from './invite-heads'

/** Pages of one document: a code takes a second, the exporter lives sixty; a larger school prints the rest by class. */
const PAGES_MOST = 60
/** Codes that are drawn side by side. */
const AT_ONCE = 6
/** What is hung up is good for some days yet. */
const LEFT_MS = 3 * 86_400_000
const PAGE = 'packages/join/invite/invite'

type Printed = Pick<ClassDoc, '_id' | 'name' | 'order' | 'headTeacher'>

export const printInvitations: Handler<'invitation.print'> = async ({ schoolId, classId, of }, session) => {
  // The whole school, and head teachers, are the leaders' to ask in.
  if (!isLeader(session.identity) && (classId === undefined || of === 'heads')) return refuse('FORBIDDEN')
  const [place, found] = await Promise.all([readPlace(schoolId, session.now), findClasses(schoolId, classId)])
  const asked = found.filter(({ headTeacher }) => of === 'families' || !headTeacher)
  const wanted = asked.slice(0, PAGES_MOST)
  if (!place || wanted.length === 0) return refuse('FORBIDDEN')
  const tokens = await openFor(of === 'heads' ? 'staff' : 'class', wanted, place, session)
  const blocks: Block[] = []
  for (let start = 0; start < tokens.length; start += AT_ONCE) {
    const some = tokens.slice(start, start + AT_ONCE)
    const codes = await Promise.all(some.map(({ _id }) => drawCode(_id, PAGE)))
    for (const [index, invitation] of some.entries()) {
      const code = codes[index]
      if (!code) return refuse('TRY_AGAIN')
      blocks.push(of === 'heads' ? describeHead(invitation, code) : describePage(invitation, code))
    }
  }
  const only = classId === undefined ? undefined : wanted[0]?.name
  const name = `${only ?? place.school.name}${of === 'heads' ? '班主任邀请' : '邀请页'}.docx`
  const url = await keepExport(writeDocument(blocks), session, schoolId)
  return url ? succeed({ url, name, pages: blocks.length, left: asked.length - wanted.length }) : refuse('TRY_AGAIN')
}

async function findClasses(schoolId: string, classId: string | undefined): Promise<Printed[]> {
  const found = await classes.list<Printed>(
    { schoolId, archived: { $exists: false }, ...(classId && { _id: classId }) },
    { limit: BOUNDS.classesOfSchool, order: [['order', 'asc']], fields: { name: 1, order: 1, headTeacher: 1 } },
  )
  return found
}

/** The caller's open invitation of each class, as long as it is good for some days; a new one where there is none. */
async function openFor(
  purpose: 'staff' | 'class',
  wanted: readonly Printed[],
  place: SchoolPlace,
  session: Session & InPlace,
): Promise<InvitationDoc[]> {
  const { openid, now } = session
  const open = await invitations.list<InvitationDoc>(
    {
      'inviter.openid': openid,
      classId: { $in: wanted.map(({ _id }) => _id) },
      ...{ purpose, expiresAt: { $gt: now + LEFT_MS }, usesLeft: { $ne: 0 } },
      ...(purpose === 'staff' && { role: 'head_teacher' }),
    },
    { limit: BOUNDS.classesOfSchool, order: [['expiresAt', 'desc']] },
  )
  const drafts = wanted
    .filter(({ _id }) => !open.some(({ classId }) => classId === _id))
    .map((each) => draftFor(purpose, each, place, session))
  for (const draft of drafts) if (await invitations.insert(draft)) open.push(draft)
  return wanted.flatMap(({ _id }) => open.find(({ classId }) => classId === _id) ?? [])
}

const dayOf = (at: Instant) => {
  const [year, month, date] = beijingDay(at).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** One page a class. */
function describePage({ schoolName, className = '', expiresAt }: InvitationDoc, picture: Buffer): Block {
  return {
    lines: [
      { text: schoolName, size: 22 },
      { text: `${className}家长，请扫码加入`, size: 30, bold: true },
    ],
    picture,
    centimetres: 9,
    after: [
      { text: '1. 用微信扫一扫上面的小程序码。', size: 18 },
      { text: '2. 填孩子的姓名，选您和孩子的关系。', size: 18 },
      { text: '3. 和名单对上就加入；对不上的，等班主任确认。', size: 18 },
      { text: `有效期到${dayOf(expiresAt)}。一个孩子最多两位家长。`, size: 14 },
    ],
    newPage: true,
  }
}

function describeHead({ className = '', expiresAt }: InvitationDoc, picture: Buffer): Block {
  return {
    lines: [{ text: `${className}班主任`, size: 18, bold: true }],
    picture,
    centimetres: 4,
    after: [
      { text: `请本人用微信扫码，只能用一次，${limits.INVITATION_DAYS}天内有效，到${dayOf(expiresAt)}。`, size: 12 },
    ],
  }
}
