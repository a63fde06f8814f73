// Decides that no action asks the database more often than its budget (design.md 3), however large the school is.
import { CASE_STEPS, type Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  MORNING,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
} from './given-school'
import { anAlbum } from './album/given-album'
import { A_FORM, A_SHEET, aFormNotice } from './given-form'
import { aFee } from './notice/given-kinds'
import { takeRoll } from './roll/given-roll'
import { codesOn } from './slip/read-paper'
import { aJpeg, uploadAs } from './uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
const CHILDREN = 40

describe.each([
  ['two classes', 0],
  ['thirty classes', 28],
])('given a school of %s of forty children', (_, moreClasses) => {
  let school: GivenSchool
  let outing: string
  beforeAll(async () => {
    school = await givenSchool({ children: CHILDREN, moreClasses })
    outing = (await school.get(HEAD_TEACHER, 'notice.publish', anOuting())).noticeId
    await school.tick()
  })
  afterAll(() => school.stop())

  const spent = async (action: string, call: () => Promise<unknown>) => {
    await school.cloud.control('counters.reset')
    await call()
    return school.databaseCalls(action)
  }

  test('publishing to one class takes at most 4 calls', async () => {
    const calls = await spent('notice.publish', () => school.get(HEAD_TEACHER, 'notice.publish', aNotice()))
    expect(calls).toBeLessThanOrEqual(4)
  })

  test('L04 reading the roll of forty takes at most 2 calls, saving it 3', async () => {
    await school.cloud.control('counters.reset')
    const saved = await takeRoll(school, { [CHILD]: 'absent' })
    expect(saved.counts).toMatchObject({ total: CHILDREN, absent: 1 })
    expect(await school.databaseCalls('roll.read')).toBeLessThanOrEqual(2)
    expect(await school.databaseCalls('roll.save')).toBeLessThanOrEqual(3)
    const again = () => takeRoll(school, { [CHILD]: 'late' })
    expect(await spent('roll.save', again)).toBeLessThanOrEqual(3)
  })

  test('C37 publishing a fee to one class takes at most 4 calls, reading the page of fees 3', async () => {
    const calls = await spent('notice.publish', () => school.get(HEAD_TEACHER, 'notice.publish', aFee()))
    expect(calls).toBeLessThanOrEqual(4)
    const identity = keyOf('guardian', CHILD)
    expect(await spent('notice.fees', () => school.get(MOTHER, 'notice.fees', { identity }))).toBeLessThanOrEqual(3)
  })

  test('P01 publishing an album takes at most 4 calls, preparing, listing and reading one 2', async () => {
    const tags = [[CHILD], [childId(CLASS, 1)], [childId(CLASS, 2)]]
    const input = await anAlbum(school, { tags })
    let albumId = ''
    const publish = async () => (albumId = (await school.get(HEAD_TEACHER, 'album.publish', input)).albumId)
    expect(await spent('album.publish', publish)).toBeLessThanOrEqual(4)
    await school.tick()
    const [ofClass, ofChild] = [{ of: 'class', classId: CLASS } as const, { of: 'child', childId: CHILD } as const]
    const prepare = () => school.get(HEAD_TEACHER, 'album.prepare', { classId: CLASS })
    expect(await spent('album.prepare', prepare)).toBeLessThanOrEqual(2)
    for (const [who, query] of [
      [HEAD_TEACHER, ofClass],
      [PRINCIPAL, ofClass],
      [MOTHER, ofChild],
    ] as const) {
      expect(await spent('album.list', () => school.get(who, 'album.list', query))).toBeLessThanOrEqual(2)
      expect(await spent('album.read', () => school.ask(who, 'album.read', { albumId }))).toBeLessThanOrEqual(2)
    }
  })

  test('publishing to the whole school takes at most 6 calls', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const calls = await spent('notice.publish', () => school.get(PRINCIPAL, 'notice.publish', aNotice({ audience })))
    expect(calls).toBeLessThanOrEqual(6)
  })

  test('N11 correcting takes at most 4 calls, to one class and to the whole school', async () => {
    for (const [who, draft] of [
      [HEAD_TEACHER, anOuting()],
      [PRINCIPAL, anOuting({ audience: { to: 'school', schoolId: SCHOOL } })],
    ] as const) {
      const { noticeId } = await school.get(who, 'notice.publish', draft)
      const { title, body, deadline, audience, photos } = draft
      const words = { title, body, deadline, audience, photos, event: { day: '2026-09-05' }, asksAgain: true }
      const amend = { noticeId, version: 1, note: '改到9月5日', ...words }
      expect(await spent('notice.amend', () => school.get(who, 'notice.amend', amend))).toBeLessThanOrEqual(4)
    }
  })

  test('N19 publishing to all of the staff takes at most 4 calls, an answer 2, the board 2', async () => {
    const audience = { to: 'staff', schoolId: SCHOOL, whom: 'all' } as const
    const draft = aNotice({ audience, replyMode: 'report' })
    let task = { schoolId: SCHOOL, noticeId: '' }
    const publishing = await spent('notice.publish', async () => {
      task = { ...task, noticeId: (await school.get(PRINCIPAL, 'notice.publish', draft)).noticeId }
    })
    expect(publishing).toBeLessThanOrEqual(4)
    const answering = { ...task, version: 1, report: '已完成' }
    expect(await spent('task.answer', () => school.get(HEAD_TEACHER, 'task.answer', answering))).toBeLessThanOrEqual(2)
    expect(await spent('task.board', () => school.get(PRINCIPAL, 'task.board', task))).toBeLessThanOrEqual(2)
  })

  test.each([
    ['a family', () => MOTHER, keyOf('guardian', CHILD)],
    ['a head teacher', () => HEAD_TEACHER, keyOf('head_teacher', CLASS)],
    ['a principal', () => PRINCIPAL, keyOf('principal', SCHOOL)],
  ])('the today page of %s takes at most 3 calls', async (_who, openid, identity) => {
    const calls = await spent('today.read', () => school.get(openid(), 'today.read', { identity }))
    expect(calls).toBeLessThanOrEqual(3)
  })

  test('L05 H27 reading who is missing takes at most 2 calls, noting an outcome 3, the record 3, each 今天 with them 3', async () => {
    const { lines, now: at, ...roll } = await school.get(HEAD_TEACHER, 'roll.read', { classId: CLASS })
    const place = { classId: CLASS, day: roll.day, half: roll.half }
    const all = { ...place, takenAt: at, children: lines.map((line) => line.childId) }
    await school.get(HEAD_TEACHER, 'roll.save', { ...all, marks: [{ childId: CHILD, mark: 'absent', at }] })
    expect(await spent('roll.read', () => school.get(HEAD_TEACHER, 'roll.read', place))).toBeLessThanOrEqual(2)
    for (const [openid, identity] of [
      [MOTHER, keyOf('guardian', CHILD)],
      [HEAD_TEACHER, keyOf('head_teacher', CLASS)],
      [PRINCIPAL, keyOf('principal', SCHOOL)],
    ] as const) {
      const reading = () => school.get(openid, 'today.read', { identity })
      expect(await spent('today.read', reading)).toBeLessThanOrEqual(3)
    }
    const span = { schoolId: SCHOOL, from: roll.day, to: roll.day }
    expect(await spent('roll.record', () => school.get(PRINCIPAL, 'roll.record', span))).toBeLessThanOrEqual(3)
    const outcome = { ...place, childId: CHILD, outcome: 'no_answer', at } as const
    expect(await spent('roll.contact', () => school.get(HEAD_TEACHER, 'roll.contact', outcome))).toBeLessThanOrEqual(3)
  })

  test('signing takes at most 2 calls', async () => {
    const sign = { noticeId: outing, classId: CLASS, childId: CHILD, version: 1, typedName: '王芳' }
    expect(await spent('slip.sign', () => school.get(MOTHER, 'slip.sign', sign))).toBeLessThanOrEqual(2)
  })

  test('a place for an upload takes at most 3 calls, and a notice with its photos no more than one without', async () => {
    const photos: string[] = []
    const preparing = await spent('upload.prepare', async () => {
      photos.push(await uploadAs(school, HEAD_TEACHER, 'photo', aJpeg()))
    })
    expect(preparing).toBeLessThanOrEqual(3)
    const calls = await spent('notice.publish', () => school.get(HEAD_TEACHER, 'notice.publish', aNotice({ photos })))
    expect(calls).toBeLessThanOrEqual(4)
  })

  test('N04 a form is answered with at most 2 calls, and its result is read with 2, of a class and of all', async () => {
    const audience = { to: 'school', schoolId: SCHOOL } as const
    const { noticeId } = await school.get(PRINCIPAL, 'notice.publish', aFormNotice({ audience }))
    await school.tick()
    const sheet = { noticeId, classId: CLASS, childId: CHILD, version: 1, form: A_FORM, answers: A_SHEET }
    const answering = await spent('slip.answer', () => school.get(MOTHER, 'slip.answer', sheet))
    const ofClass = { noticeId, classId: CLASS }
    const reading = [
      await spent('answers.read', () => school.get(PRINCIPAL, 'answers.read', ofClass)),
      await spent('answers.read', () => school.get(PRINCIPAL, 'answers.read', { noticeId })),
    ]
    expect([answering, ...reading].filter((calls) => calls > 2)).toEqual([])
  })

  test('who has not signed takes at most 2 calls', async () => {
    const at = { noticeId: outing, classId: CLASS }
    expect(await spent('board.read', () => school.get(HEAD_TEACHER, 'board.read', at))).toBeLessThanOrEqual(2)
  })

  test('a scanned paper takes at most 2 calls, the proof of a signature 3, slips for the whole class 6', async () => {
    const at = { noticeId: outing, classId: CLASS }
    const print = { ...at, as: 'slips' } as const
    expect(await spent('board.print', () => school.get(HEAD_TEACHER, 'board.print', print))).toBeLessThanOrEqual(6)
    const { url } = await school.get(HEAD_TEACHER, 'board.print', { ...print, childIds: [CHILD] })
    const [code = ''] = codesOn(Buffer.from(await (await fetch(url)).arrayBuffer()))
    const scanned = { code: code.replace('paper=', '') }
    expect(await spent('paper.read', () => school.get(HEAD_TEACHER, 'paper.read', scanned))).toBeLessThanOrEqual(2)
    const proof = { ...at, childId: CHILD }
    expect(await spent('slip.proof', () => school.get(HEAD_TEACHER, 'slip.proof', proof))).toBeLessThanOrEqual(3)
  })

  test('asking for a leave takes at most 3 calls, and so does deciding it', async () => {
    let leaveId = ''
    const leave: Input<'leave.submit'> = {
      childId: CHILD,
      kind: 'fever',
      span: { from: '2026-09-03', fromHalf: 'am', to: '2026-09-03', toHalf: 'pm' },
      proof: [],
    }
    const asking = await spent('leave.submit', async () => {
      leaveId = (await school.get(FATHER, 'leave.submit', leave)).leaveId
    })
    expect(asking).toBeLessThanOrEqual(3)
    const deciding = await spent('leave.decide', () =>
      school.get(HEAD_TEACHER, 'leave.decide', { leaveId, approve: true }),
    )
    expect(deciding).toBeLessThanOrEqual(3)
  })

  test('the principal’s page takes at most 3 calls, and so does a class’s', async () => {
    const range = 'term'
    expect(
      await spent('statistics.read', () => school.get(PRINCIPAL, 'statistics.read', { schoolId: SCHOOL, range })),
    ).toBeLessThanOrEqual(3)
    expect(
      await spent('statistics.class', () => school.get(HEAD_TEACHER, 'statistics.class', { classId: CLASS, range })),
    ).toBeLessThanOrEqual(3)
  })

  test('X01 G09 figures of a notice, of work, of the staff and what they count take at most 3 calls each', async () => {
    const at = { schoolId: SCHOOL, range: 'term' } as const
    const spendings = [
      await spent('statistics.notice', () => school.get(PRINCIPAL, 'statistics.notice', { noticeId: outing })),
      await spent('statistics.work', () => school.get(PRINCIPAL, 'statistics.work', at)),
      await spent('statistics.staff', () => school.get(PRINCIPAL, 'statistics.staff', at)),
      await spent('statistics.items', () => school.get(PRINCIPAL, 'statistics.items', { ...at, figure: 'owed' })),
    ]
    for (const figure of ['slips', 'rolls', 'contacts'] as const)
      spendings.push(
        await spent('statistics.items', () => school.get(PRINCIPAL, 'statistics.items', { ...at, figure })),
      )
    expect(Math.max(...spendings)).toBeLessThanOrEqual(3)
  })

  test('what a purge will take is read in at most 3 calls', async () => {
    expect(
      await spent('purge.read', () => school.get(PRINCIPAL, 'purge.read', { schoolId: SCHOOL })),
    ).toBeLessThanOrEqual(3)
  })

  test('a case is opened with 3 calls, stepped with 5, ended by a removal with 7; cases, log and audit are read with 2', async () => {
    const guardian = { childId: CHILD, card: `${childName(0)}爸爸`, since: Date.parse(MORNING) }
    let caseId = ''
    const opening = await spent('case.open', async () => {
      const opened = await school.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
      caseId = opened.caseId
    })
    expect(opening).toBeLessThanOrEqual(3)
    for (const step of CASE_STEPS) {
      const calls = await spent('case.step', () =>
        school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '已说明' }),
      )
      expect(calls).toBeLessThanOrEqual(step === 'remove' ? 7 : 5)
    }
    const reads = [
      await spent('case.list', () => school.get(HEAD_TEACHER, 'case.list', { of: 'class', classId: CLASS })),
      await spent('log.read', () => school.get(HEAD_TEACHER, 'log.read', { classId: CLASS })),
      await spent('audit.export', () => school.get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })),
    ]
    expect(Math.max(...reads)).toBeLessThanOrEqual(2)
  })

  test('G04 own cases are read with 1 call, an appeal is filed with 2, listed with 2, and lifted with 6', async () => {
    // The father of the first child has been removed.
    const child = childId(CLASS, 3)
    const guardian = { childId: child, card: `${childName(3)}爸爸`, since: Date.parse(MORNING) }
    const { caseId } = await school.get(HEAD_TEACHER, 'case.open', { guardian, rule: 'C10', evidence: '多次发广告' })
    for (const step of ['guide', 'remind', 'mute_1'] as const) {
      await school.get(HEAD_TEACHER, 'case.step', { caseId, step, words: '已说明' })
    }
    const father = fatherOf(child)
    const costs = [
      await spent('case.own', () => school.get(father, 'case.own', {})),
      await spent('appeal.file', () => school.get(father, 'appeal.file', { caseId, words: '当天没有发过' })),
      await spent('appeal.list', () => school.get(PRINCIPAL, 'appeal.list', { schoolId: SCHOOL })),
      await spent('appeal.answer', () =>
        school.get(PRINCIPAL, 'appeal.answer', { caseId, decision: 'lift', words: '查无此事' }),
      ),
    ]
    expect(costs.map((cost, at) => cost <= ([1, 2, 2, 6][at] ?? 0))).toEqual([true, true, true, true])
  })

  test('D01 H16 Q01 E11 a sheet is read with 2 calls and written with 3, a step of it takes 4, a page and a table 3', async () => {
    const settings = ['class-log', 'contact-book', 'points-hygiene'].map((register) => ({
      ...{ register, since: '2026-08-01', values: {} },
    }))
    const kept = {
      _id: SCHOOL,
      schoolId: SCHOOL,
      version: 1,
      settings,
      own: {},
      trail: [],
      audited: 0,
      trailOpen: false,
    }
    await school.cloud.control('data.put', { documents: { registers: [kept] } })
    const log = { register: 'class-log', schoolId: SCHOOL, classId: CLASS }
    const book = { register: 'contact-book', schoolId: SCHOOL, classId: CLASS }
    let entryId = ''
    const costs = {
      read: await spent('register.read', () => school.get(HEAD_TEACHER, 'register.read', log)),
      write: await spent('register.write', async () => {
        const written = await school.get(HEAD_TEACHER, 'register.write', { ...log, version: 0, answers: [] })
        entryId = written.entryId ?? ''
      }),
      entry: await spent('entry.read', () => school.get(PRINCIPAL, 'entry.read', { schoolId: SCHOOL, entryId })),
      void: await spent('entry.void', () =>
        school.get(HEAD_TEACHER, 'entry.void', { schoolId: SCHOOL, entryId, version: 1, words: '写错了' }),
      ),
      grid: await spent('register.grid', () => school.get(HEAD_TEACHER, 'register.grid', book)),
      fillGrid: await spent('register.fillGrid', () =>
        school.get(HEAD_TEACHER, 'register.fillGrid', {
          ...{ ...book, slot: MORNING.slice(0, 10) },
          lines: Array.from({ length: CHILDREN }, (_line, at) => ({
            ...{ subject: childId(CLASS, at), version: 0 },
            answers: [{ question: 'day', choices: ['good'] }],
          })),
        }),
      ),
      table: await spent('register.table', () =>
        school.get(PRINCIPAL, 'register.table', { ...book, classId: undefined }),
      ),
      summary: await spent('register.summary', () =>
        school.get(PRINCIPAL, 'register.summary', { ...book, classId: undefined }),
      ),
    }
    expect(costs).toEqual({ read: 2, write: 3, entry: 3, void: 4, grid: 3, fillGrid: 5, table: 3, summary: 3 })
  })

  test('L06 an incident is opened, stamped, corrected, told more of and closed with 3 calls each, and read with 2', async () => {
    let incidentId = ''
    const opening = await spent('incident.open', async () => {
      const opened = await school.get(HEAD_TEACHER, 'incident.open', { childId: CHILD, kind: 'sudden' })
      incidentId = opened.incidentId
    })
    const stamp = { incidentId, step: 'guardian' } as const
    let notedAt = 0
    const stamping = await spent('incident.step', async () => {
      notedAt = (await school.get(HEAD_TEACHER, 'incident.step', stamp)).stamps.guardian?.notedAt ?? 0
    })
    const changes = {
      opening,
      stamping,
      phones: await spent('incident.phones', () => school.get(HEAD_TEACHER, 'incident.phones', { incidentId })),
      note: await spent('incident.note', () =>
        school.get(HEAD_TEACHER, 'incident.note', { incidentId, signs: ['fever'] }),
      ),
      correct: await spent('incident.correct', () =>
        school.get(HEAD_TEACHER, 'incident.correct', { ...stamp, notedAt }),
      ),
      close: await spent('incident.close', () =>
        school.get(PRINCIPAL, 'incident.close', { incidentId, outcome: 'home' }),
      ),
    }
    expect(Object.entries(changes).filter(([, calls]) => calls > 3)).toEqual([])
    const reads = [
      await spent('incident.read', () => school.get(PRINCIPAL, 'incident.read', { incidentId })),
      await spent('incident.list', () => school.get(HEAD_TEACHER, 'incident.list', { of: 'class', classId: CLASS })),
      await spent('incident.list', () => school.get(PRINCIPAL, 'incident.list', { of: 'school', schoolId: SCHOOL })),
    ]
    expect(Math.max(...reads)).toBeLessThanOrEqual(2)
  })

  test('N15 a thread is read with 2 calls, begun and written to with 3, handed on and closed with 3, and listed with 2', async () => {
    const words = '孩子最近课间不太愿意出去，想请您留意一下。'
    const to = { desk: 'head_teacher' } as const
    let talkId = ''
    const opening = await spent('talk.open', async () => {
      const begun = { childId: CHILD, to, about: 'matter', matter: '课间活动', words } as const
      talkId = (await school.get(MOTHER, 'talk.open', { ...begun, photos: [] })).talkId
    })
    const answer = { talkId, words: '我会留意他的情况，下周和您联系。', photos: [] }
    const changes = {
      opening,
      sending: await spent('talk.send', () => school.get(HEAD_TEACHER, 'talk.send', answer)),
      passing: await spent('talk.pass', () => school.get(HEAD_TEACHER, 'talk.pass', { talkId, words: '请校长看看' })),
      closing: await spent('talk.close', () => school.get(MOTHER, 'talk.close', { talkId })),
    }
    expect(Object.entries(changes).filter(([, calls]) => calls > 3)).toEqual([])
    const reads = [
      await spent('talk.read', () => school.get(MOTHER, 'talk.read', { talkId })),
      await spent('talk.list', () => school.get(MOTHER, 'talk.list', { of: 'child', childId: CHILD })),
      await spent('talk.list', () => school.get(HEAD_TEACHER, 'talk.list', { of: 'class', classId: CLASS })),
      await spent('talk.list', () => school.get(PRINCIPAL, 'talk.list', { of: 'school', schoolId: SCHOOL })),
      await spent('talk.figures', () => school.get(HEAD_TEACHER, 'talk.figures', { of: 'class', classId: CLASS })),
      await spent('talk.figures', () => school.get(PRINCIPAL, 'talk.figures', { of: 'school', schoolId: SCHOOL })),
      await spent('talk.prepare', () => school.get(MOTHER, 'talk.prepare', { of: 'child', childId: CHILD })),
      await spent('talk.own', () => school.get(MOTHER, 'talk.own', {})),
      await spent('letter.held', () => school.get(HEAD_TEACHER, 'letter.held', { of: 'class', classId: CLASS })),
    ]
    expect(Math.max(...reads)).toBeLessThanOrEqual(2)
  })

  test('no action looks through a collection without an index', async () => {
    await school.tick()
    const { scans } = await school.cloud.control<{ scans: unknown[] }>('counters.read')
    expect(scans).toEqual([])
  })
})
