// Decides that a file is taken, not named: checked by content, kept where no phone can write (docs/adr/0010).
import { createHash } from 'node:crypto'
import type { ActionName, Input } from '@class-pact/core/contract'
import type { LeaveDoc } from '../../../cloudfunctions/domains/leave/documents'
import type { NoticeDoc } from '../../../cloudfunctions/domains/notice/documents'
import type { SlipDoc } from '../../../cloudfunctions/domains/slip/documents'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  aNotice,
  anOuting,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  newRequestId,
  type GivenSchool,
} from '../given-school'
import { aJpeg, aPng, putFile, uploadAs } from '../uploads'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const FATHER = fatherOf(CHILD)
const OTHER_CHILD = childId(CLASS, 3)
const OTHER_MOTHER = motherOf(OTHER_CHILD)
const MB = 1024 * 1024
const NO_AUTHORITY = { error: { errCode: -503002 } }

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool()
})
afterAll(() => school.stop())
/** At most five posts a minute are allowed (C03). */
afterEach(() => school.advance(61_000))

const files = async () => (await school.cloud.control<{ files: { path: string }[] }>('files.list')).files
const pathOf = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, '')
const put = (openid: string, fileId: string, content: Uint8Array) =>
  putFile(school.cloud.url, openid, pathOf(fileId), content)
const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

const photo = (content = aJpeg(), who = HEAD_TEACHER) => uploadAs(school, who, 'photo', content)
/** A repeated call has the same words; two calls never have. */
const bodies = new Map<string, string>()
const publish = (photos: string[], who = HEAD_TEACHER, requestId = newRequestId()) => {
  const body = bodies.get(requestId) ?? aNotice().body
  bodies.set(requestId, body)
  return school.ask(who, 'notice.publish', aNotice({ photos, body }), requestId)
}
const published = async (content = aJpeg()) => {
  const reply = await publish([await photo(content)])
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.noticeId
}
const detail = (noticeId: string, who = HEAD_TEACHER) => school.get(who, 'notice.read', { noticeId, classId: CLASS })

let outings = 0
const outing = async () => {
  const draft = anOuting({ title: `秋游第${++outings}批` })
  return (await school.get(HEAD_TEACHER, 'notice.publish', draft)).noticeId
}
const ink = (content = aPng(), who = MOTHER) => uploadAs(school, who, 'signature', content)
const signing = (noticeId: string, signature: string): Input<'slip.sign'> => ({
  ...{ noticeId, classId: CLASS, childId: CHILD, version: 1, signature },
})
const mine = async (noticeId: string, who = MOTHER) => (await detail(noticeId, who)).mine[0]

/** Mondays to Fridays from the middle of October on, one after the other. */
let days = 0
const nextDay = () => {
  const [week, day] = [Math.floor(days / 5), days++ % 5]
  return new Date(Date.UTC(2026, 9, 12 + week * 7 + day)).toISOString().slice(0, 10)
}
const leaveOf = (proof: string[], changes: Partial<Input<'leave.submit'>> = {}): Input<'leave.submit'> => {
  const day = nextDay()
  return {
    childId: CHILD,
    kind: 'fever',
    span: { from: day, fromHalf: 'am', to: day, toHalf: 'pm' },
    proof,
    ...changes,
  }
}
const proof = (content = aJpeg(), who = MOTHER) => uploadAs(school, who, 'proof', content)
const documentOf = async <Doc extends { _id: string }>(collection: string, id: string) =>
  (await school.stored<Doc>(collection)).find(({ _id }) => _id === id)

describe('given a photo that has passed', () => {
  test('C04 what replaces it afterwards is not what the families see', async () => {
    const content = aJpeg()
    const uploaded = await photo(content)
    const reply = await publish([uploaded])
    expect(reply).toMatchObject({ ok: true })
    await put(HEAD_TEACHER, uploaded, aJpeg(640, 480))
    const { photos } = await detail(reply.ok ? reply.data.noticeId : '')
    expect(await bytesOf(photos[0]?.url ?? '')).toEqual(content)
  })

  test('C04 WeChat checks the copy that is shown, and the document holds its digest', async () => {
    const content = aJpeg()
    const noticeId = await published(content)
    const notice = await documentOf<NoticeDoc>('notices', noticeId)
    expect(notice?.media.map(({ fileId }) => fileId)).toEqual(notice?.draft.photos)
    expect(notice?.files).toMatchObject([
      { digest: digestOf(content), type: 'jpg', width: 800, height: 600, owner: HEAD_TEACHER },
    ])
  })

  test.each([
    ['its author', HEAD_TEACHER],
    ['a colleague', TEACHER],
    ['a family', MOTHER],
    ['the principal', PRINCIPAL],
    ['a stranger', 'o-stranger'],
  ])(
    'C04 %s can neither overwrite nor delete the copy, nor get an address of it without the notice',
    async (_, who) => {
      const noticeId = await published()
      const fileId = (await documentOf<NoticeDoc>('notices', noticeId))?.draft.photos[0] ?? ''
      expect(await put(who, fileId, aJpeg())).toMatchObject(NO_AUTHORITY)
      for (const route of ['delete', 'temp-url']) {
        const body = JSON.stringify({ openid: who, fileList: [fileId] })
        const answer = await fetch(`${school.cloud.url}/gateway/${route}`, { method: 'POST', body })
        expect(await answer.json()).toMatchObject({ fileList: [{ fileID: fileId, status: -503002 }] })
      }
      expect((await files()).map(({ path }) => path)).toContain(pathOf(fileId))
    },
  )

  test('C04 nobody puts a file there by its bare address either', async () => {
    const noticeId = await published()
    const fileId = (await documentOf<NoticeDoc>('notices', noticeId))?.draft.photos[0] ?? ''
    const address = `${school.cloud.url}/cos/${pathOf(fileId)}`
    expect((await fetch(address, { method: 'PUT', body: 'other' })).status).toBe(403)
    expect((await fetch(address)).status).toBe(403)
  })

  test('the upload is gone once it is taken', async () => {
    const uploaded = await photo()
    expect(await publish([uploaded])).toMatchObject({ ok: true })
    expect((await files()).map(({ path }) => path)).not.toContain(pathOf(uploaded))
  })

  test('G18 the same call again answers the same, and so do two at the same moment', async () => {
    const [once, requestId] = [await photo(), newRequestId()]
    const first = await publish([once], HEAD_TEACHER, requestId)
    expect(first).toMatchObject({ ok: true })
    expect(await publish([once], HEAD_TEACHER, requestId)).toEqual(first)
    const [twice, both] = [await photo(), newRequestId()]
    const [one, other] = await Promise.all([1, 2].map(() => publish([twice], HEAD_TEACHER, both)))
    expect(one).toMatchObject({ ok: true })
    expect(other).toMatchObject({ ok: true })
    expect((await detail(one?.ok ? one.data.noticeId : '')).photos).toHaveLength(1)
  })

  test('G18 a call that broke between the copy and the notice is finished by the next with one copy', async () => {
    const [uploaded, requestId] = [await photo(), newRequestId()]
    await school.cloud.control('faults.set', { target: 'database:insertDocument:notices', mode: 'fail', times: 3 })
    expect(await publish([uploaded], HEAD_TEACHER, requestId)).toMatchObject({ error: { code: 'TRY_AGAIN' } })
    await school.cloud.control('faults.clear')
    const before = (await files()).filter(({ path }) => path.startsWith('kept/notices/')).length
    const reply = await publish([uploaded], HEAD_TEACHER, requestId)
    expect(reply).toMatchObject({ ok: true })
    expect((await files()).filter(({ path }) => path.startsWith('kept/notices/'))).toHaveLength(before)
  })

  test('G01 a returned notice goes out again with the photo it had; nobody else takes that photo', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'review', label: 20001, times: 1 })
    const held = await publish([await photo(aJpeg(), TEACHER)], TEACHER)
    const noticeId = held.ok ? held.data.noticeId : ''
    await school.get(OFFICE, 'review.decide', { noticeId, decision: 'return', words: '请写清时间' })
    const { photos } = await detail(noticeId, TEACHER)
    const [kept = ''] = photos.map(({ fileId }) => fileId)
    expect(await publish([kept], HEAD_TEACHER)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'photos.0' } })
    const again = await publish([kept], TEACHER)
    expect(again).toMatchObject({ ok: true })
    const copy = await documentOf<NoticeDoc>('notices', again.ok ? again.data.noticeId : '')
    expect(copy?.draft.photos[0]).toContain(`kept/notices/${copy?._id}/`)
  })
})

describe('given a signature', () => {
  test('N08 what replaces it after signing is not what was signed', async () => {
    const [noticeId, content] = [await outing(), aPng()]
    const uploaded = await ink(content)
    await school.get(MOTHER, 'slip.sign', signing(noticeId, uploaded))
    await put(MOTHER, uploaded, aPng())
    const line = await mine(noticeId)
    expect(await bytesOf(line?.signatureUrl ?? '')).toEqual(content)
    const slip = await documentOf<SlipDoc>('slips', `${noticeId}.${CLASS}`)
    expect(slip?.entries[CHILD]).toMatchObject({ signatureDigest: digestOf(content), signerOpenid: MOTHER })
  })

  test('N16 the other guardian’s ink, a proof, a photo, one that does not exist: none is a signature', async () => {
    const noticeId = await outing()
    const own = await ink()
    const foreign = [
      await ink(aPng(), FATHER),
      await ink(aPng(), OTHER_MOTHER),
      await proof(aPng()),
      await photo(aPng()),
      `${own.slice(0, -24)}${'x'.repeat(24)}`,
      own.replace('cloud://local-env.', 'cloud://other-env.'),
      own.replace('/signature/', '/signature/../signature/'),
      own.replace('/signature/', '/proof/%2e%2e/signature/'),
      'cloud://local-env.6c6f-local-env-1250000000/signatures/one.png',
      `${own}?x=1`,
    ]
    for (const signature of foreign) {
      expect(await school.ask(MOTHER, 'slip.sign', signing(noticeId, signature))).toMatchObject({
        error: { code: 'INPUT_INVALID', field: 'signature' },
      })
    }
    expect(await mine(noticeId)).not.toHaveProperty('signedAt')
    expect(await school.get(MOTHER, 'slip.sign', signing(noticeId, own))).toMatchObject({ first: true })
  })

  test.each<[string, Buffer]>([
    ['a program', Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4_000)])],
    [
      'a program behind the head of a PNG',
      Buffer.concat([aPng().subarray(0, 33), Buffer.from('MZ'), Buffer.alloc(4_000)]),
    ],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a photo', aJpeg()],
    ['nothing', Buffer.alloc(0)],
    ['one pixel', aPng(1, 1)],
    ['a wall', aPng(4_000, 4_000)],
    ['a line without height', aPng(292, 1)],
    ['a PNG cut off', aPng().subarray(0, -20)],
    ['a megabyte of ink', Buffer.concat([aPng(), Buffer.alloc(MB)])],
  ])('N08 %s is no ink', async (_, content) => {
    const noticeId = await outing()
    expect(await school.ask(MOTHER, 'slip.sign', signing(noticeId, await ink(content)))).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'signature' },
    })
    expect(await mine(noticeId)).not.toHaveProperty('signedAt')
  })

  test('N05 of two who sign, only the ink of the one who signed is kept', async () => {
    const noticeId = await outing()
    await Promise.all(
      [MOTHER, FATHER].map(async (who) => school.get(who, 'slip.sign', signing(noticeId, await ink(aPng(), who)))),
    )
    const kept = (await files()).filter(({ path }) => path.startsWith(`kept/slips/${noticeId}.${CLASS}/`))
    expect(kept).toHaveLength(1)
  })

  test('G18 signing with ink takes two database calls', async () => {
    const noticeId = await outing()
    const signature = await ink()
    await school.cloud.control('counters.reset')
    await school.get(MOTHER, 'slip.sign', signing(noticeId, signature))
    expect(await school.databaseCalls('slip.sign')).toBeLessThanOrEqual(2)
  })
})

describe('given a proof', () => {
  test('C28 another family’s proof is not mine: it is refused, and no address of it is given', async () => {
    const theirs = await proof(aJpeg(), OTHER_MOTHER)
    const leave = await school.get(OTHER_MOTHER, 'leave.submit', leaveOf([theirs], { childId: OTHER_CHILD }))
    for (const stolen of [theirs, leave.proof[0]?.fileId ?? '']) {
      expect(await school.ask(MOTHER, 'leave.submit', leaveOf([stolen]))).toMatchObject({
        error: { code: 'INPUT_INVALID', field: 'proof.0' },
      })
      expect(await publish([stolen])).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'photos.0' } })
    }
    expect(await school.ask(FATHER, 'leave.read', { leaveId: leave.leaveId })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
  })

  test('C28 the head teacher opens what was handed in, whatever lies under the upload’s name since', async () => {
    const content = aJpeg()
    const uploaded = await proof(content)
    const { leaveId } = await school.get(MOTHER, 'leave.submit', leaveOf([uploaded]))
    await put(MOTHER, uploaded, aJpeg())
    const seen = await school.get(HEAD_TEACHER, 'leave.read', { leaveId })
    expect(await bytesOf(seen.proof[0]?.url ?? '')).toEqual(content)
    expect((await documentOf<LeaveDoc>('leaves', leaveId))?.files).toMatchObject([{ owner: MOTHER }])
  })

  test('C28 asking with three proofs takes three database calls', async () => {
    const proofs = [await proof(), await proof(), await proof(aPng())]
    await school.cloud.control('counters.reset')
    await school.get(MOTHER, 'leave.submit', leaveOf(proofs))
    expect(await school.databaseCalls('leave.submit')).toBeLessThanOrEqual(3)
  })

  test.each<[string, () => Promise<string[]>, string]>([
    ['the same file named twice', async () => Array<string>(2).fill(await proof()), 'proof.1'],
    ['one good, one a text', async () => [await proof(), await proof(Buffer.from('病假条'))], 'proof.1'],
    ['one that is not there any more', async () => [(await proof()).replace(/.{24}$/, 'x'.repeat(24))], 'proof.0'],
    ['a web page named as a photo', async () => [await proof(Buffer.from('<html>GIF89a</html>'))], 'proof.0'],
    ['a moving picture', async () => [await proof(Buffer.from('GIF89a\x20\x03\x58\x02\0\0\0;', 'latin1'))], 'proof.0'],
  ])('C28 %s is refused, and the file is named', async (_, given, field) => {
    expect(await school.ask(MOTHER, 'leave.submit', leaveOf(await given()))).toMatchObject({
      error: { code: 'INPUT_INVALID', field },
    })
  })
})

describe('given something else than a photo', () => {
  test.each<[string, () => Buffer]>([
    ['eleven megabytes', () => aJpeg(800, 600, { filler: 11 * MB })],
    ['one pixel', () => aJpeg(1, 1)],
    ['twenty thousand pixels a side', () => aJpeg(20_000, 20_000)],
    ['a strip', () => aJpeg(8_000, 2)],
    ['no pixels at all', () => aJpeg(0, 0)],
    ['a JPEG without a scan', () => aJpeg(800, 600, { scan: false })],
    ['a JPEG cut off', () => aJpeg().subarray(0, -2)],
    ['a workbook', () => Buffer.from('PK\x03\x04roster')],
    ['a heading and a program', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('MZ')])],
    ['C31 a voice note', () => Buffer.concat([Buffer.from('ID3\x03\0'), Buffer.alloc(400)])],
    ['a BMP', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(400)])],
  ])('C04 %s is refused by its number', async (_, content) => {
    expect(await publish([await photo(), await photo(content())])).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'photos.1' },
    })
  })

  test('C28 a roster is no photo, and a photo no roster', async () => {
    const roster = await uploadAs(school, PRINCIPAL, 'roster', Buffer.from('PK\x03\x04'), SCHOOL)
    expect(await publish([roster], PRINCIPAL)).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'photos.0' } })
    const fileId = await photo(aJpeg(), PRINCIPAL)
    expect(await school.ask(PRINCIPAL, 'roster.preview', { schoolId: SCHOOL, fileId })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'fileId' },
    })
  })

  test('C28 a roster is read by the leader who uploaded it, and no further than five megabytes', async () => {
    const roster = await uploadAs(school, PRINCIPAL, 'roster', Buffer.from('PK\x03\x04'), SCHOOL)
    expect(await school.ask(OFFICE, 'roster.preview', { schoolId: SCHOOL, fileId: roster })).toMatchObject({
      error: { code: 'INPUT_INVALID', field: 'fileId' },
    })
    const fileId = await uploadAs(school, PRINCIPAL, 'roster', Buffer.alloc(6 * MB, 32), SCHOOL)
    expect(await school.ask(PRINCIPAL, 'roster.preview', { schoolId: SCHOOL, fileId })).toMatchObject({
      error: { code: 'FILE_UNREADABLE', field: 'file' },
    })
  })

  test.each([
    ['an archive', Buffer.from('PK\x03\x04evil.exe')],
    ['a page', Buffer.from('<script>alert(1)</script>')],
    ['a film', Buffer.alloc(50_000, 1)],
  ])('C04 of a photo with %s behind its end only the photo is kept', async (_, tail) => {
    for (const picture of [aJpeg(), aPng(400, 300)]) {
      const { photos } = await detail(await published(Buffer.concat([picture, tail])))
      expect(await bytesOf(photos[0]?.url ?? '')).toEqual(picture)
    }
  })
})

describe('given an address', () => {
  test('C28 it opens for ten minutes, is not another file’s, and cannot be made longer', async () => {
    const noticeId = await published()
    const url = (await detail(noticeId)).photos[0]?.url ?? ''
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.replace(/t=\d+/, 't=9999999999'))).status).toBe(403)
    const other = (await detail(await published())).photos[0]?.url ?? ''
    expect((await fetch(`${other.split('?')[0]}?${url.split('?')[1]}`)).status).toBe(403)
    await school.advance(9 * 60_000)
    expect((await fetch(url)).status).toBe(200)
    await school.advance(61_000)
    expect((await fetch(url)).status).toBe(403)
    expect((await fetch((await detail(noticeId)).photos[0]?.url ?? '')).status).toBe(200)
  })

  test('N16 it is not given to a family of another class, to a stranger, or after a withdrawal to a family', async () => {
    const noticeId = await published()
    expect(await school.ask('o-stranger', 'notice.read', { noticeId, classId: CLASS })).toMatchObject({ ok: false })
    await school.tick()
    expect((await detail(noticeId, MOTHER)).photos).toHaveLength(1)
    await school.get(HEAD_TEACHER, 'notice.withdraw', { noticeId, reason: '内容有误' })
    expect((await detail(noticeId, MOTHER)).photos).toEqual([])
  })
})

describe('given evidence with a photo', () => {
  test('G11 it has a copy of its own with its digest, the principal gets it for minutes, and the author cannot touch it', async () => {
    const content = aJpeg()
    await school.cloud.control('verdicts.set', { suggest: 'review', label: 10001, times: 1 })
    const held = await publish([await photo(content, TEACHER)], TEACHER)
    const noticeId = held.ok ? held.data.noticeId : ''
    await school.get(OFFICE, 'evidence.keep', { noticeId })
    await school.get(OFFICE, 'evidence.keep', { noticeId })
    const { evidence } = await school.get(PRINCIPAL, 'evidence.list', { schoolId: SCHOOL })
    const kept = evidence.find((each) => each.noticeId === noticeId)
    expect(kept).toMatchObject({ intact: true, photoDigests: [digestOf(content)] })
    expect(kept?.photos[0]).toContain(`kept/evidence/${kept?.evidenceId}/`)
    expect(JSON.stringify(kept)).not.toContain(TEACHER)
    const url = kept?.photoUrls[0] ?? ''
    expect(await bytesOf(url)).toEqual(content)
    expect(await put(TEACHER, kept?.photos[0] ?? '', aJpeg())).toMatchObject(NO_AUTHORITY)
    await school.advance(11 * 60_000)
    expect((await fetch(url)).status).toBe(403)
  })
})

describe('given a place for an upload', () => {
  test.each<[string, string, Input<'upload.prepare'>, string]>([
    ['a family asks for photos', MOTHER, { purpose: 'photo', count: 1 }, 'FORBIDDEN'],
    ['a teacher asks for a proof', TEACHER, { purpose: 'proof', count: 1 }, 'FORBIDDEN'],
    ['a teacher asks for a roster', HEAD_TEACHER, { purpose: 'roster', count: 1, schoolId: SCHOOL }, 'FORBIDDEN'],
    ['a leader asks for another school’s', PRINCIPAL, { purpose: 'roster', count: 1, schoolId: 'else' }, 'FORBIDDEN'],
    ['a leader names no school', PRINCIPAL, { purpose: 'roster', count: 1 }, 'FORBIDDEN'],
    ['somebody asks for ten at once', HEAD_TEACHER, { purpose: 'photo', count: 10 }, 'INPUT_INVALID'],
    ['somebody asks for none', HEAD_TEACHER, { purpose: 'photo', count: 0 }, 'INPUT_INVALID'],
    ['a stranger asks', 'o-stranger', { purpose: 'photo', count: 1 }, 'FORBIDDEN'],
  ])('M14 when %s, it is refused', async (_, who, input, code) => {
    expect(await school.ask(who, 'upload.prepare', input)).toMatchObject({ error: { code } })
  })

  test('it is the same for the same call, another person’s lies elsewhere, and nobody overwrites what lies there', async () => {
    const requestId = newRequestId()
    const input = { purpose: 'proof', count: 2 } as const
    const { paths } = await school.get(MOTHER, 'upload.prepare', input, requestId)
    expect(await school.get(MOTHER, 'upload.prepare', input, requestId)).toEqual({ paths })
    const others = await school.get(FATHER, 'upload.prepare', input, requestId)
    expect(new Set([...paths, ...others.paths]).size).toBe(4)
    const [path = ''] = paths
    expect(await putFile(school.cloud.url, MOTHER, path, aJpeg())).toHaveProperty('fileID')
    expect(await putFile(school.cloud.url, FATHER, path, aJpeg())).toMatchObject(NO_AUTHORITY)
    expect(await putFile(school.cloud.url, '', path, aJpeg())).toMatchObject(NO_AUTHORITY)
  })

  test.each([
    'kept/notices/n1/0-ab.jpg',
    'notices/a.jpg',
    'uploads/a.jpg',
    'uploads/aaaaaaaaaaaaaaaaaaaaaaaa/photo/../../../kept/x',
    'uploads/aaaaaaaaaaaaaaaaaaaaaaaa/secret/aaaaaaaaaaaaaaaaaaaaaaaa',
    'uploads/aaaaaaaaaaaaaaaaaaaaaaaa/photo/aaaaaaaaaaaaaaaaaaaaaaaa.exe',
  ])('G12 a phone writes nowhere else: %s', async (path) => {
    expect(await putFile(school.cloud.url, HEAD_TEACHER, path, aJpeg())).toMatchObject({
      error: { errCode: expect.any(Number) as number },
    })
    expect((await files()).map((each) => each.path)).not.toContain(path)
  })

  test('nobody fills the cloud: so many a day, and what is not taken goes by itself', async () => {
    const ask = () => school.ask(OTHER_MOTHER, 'upload.prepare', { purpose: 'proof', count: 9 })
    const abandoned = await proof(aJpeg(), OTHER_MOTHER)
    const replies = []
    for (let asked = 0; asked < 20; asked++) replies.push(await ask())
    expect(replies[0]).toMatchObject({ ok: true })
    expect(replies.at(-1)).toMatchObject({ error: { code: 'UPLOADS_FULL' } })
    await school.advance(25 * 3_600_000)
    await school.tick()
    expect((await files()).map(({ path }) => path)).not.toContain(pathOf(abandoned))
    expect(
      (await school.stored<{ openid: string }>('uploads')).filter(({ openid }) => openid === OTHER_MOTHER),
    ).toEqual([])
    expect(await ask()).toMatchObject({ ok: true })
  })
})

test('M12 with a person go their uploads and their proofs, also those of a seat they had left; signatures stay with the slips', async () => {
  const who = OTHER_MOTHER
  const leave = await school.get(
    who,
    'leave.submit',
    leaveOf([await proof(aJpeg(), who), await proof(aPng(), who)], { childId: OTHER_CHILD }),
  )
  const waiting = await proof(aJpeg(), who)
  const noticeId = await outing()
  await school.get(who, 'slip.sign', {
    ...signing(noticeId, await ink(aPng(), who)),
    childId: OTHER_CHILD,
  })
  const { url } = (await school.get(HEAD_TEACHER, 'leave.read', { leaveId: leave.leaveId })).proof[0] ?? { url: '' }
  expect((await fetch(url)).status).toBe(200)
  await school.get(who, 'seat.leave', { childId: OTHER_CHILD })
  await school.cloud.control('faults.set', { target: 'storage:batchDeleteFile', mode: 'fail', times: 1 })
  expect(await school.ask(who, 'person.delete', {})).toMatchObject({ error: { code: 'TRY_AGAIN' } })
  await school.cloud.control('faults.clear')
  await school.get(who, 'person.delete', {})

  const left = (await files()).map(({ path }) => path)
  for (const gone of [waiting, ...leave.proof.map(({ fileId }) => fileId)]) expect(left).not.toContain(pathOf(gone))
  expect((await fetch(url)).status).toBe(404)
  expect(await documentOf<LeaveDoc>('leaves', leave.leaveId)).toMatchObject({ proof: [], files: [] })
  const slip = await documentOf<SlipDoc>('slips', `${noticeId}.${CLASS}`)
  expect(left).toContain(pathOf(slip?.entries[OTHER_CHILD]?.signature ?? ''))
})

test('G18 while the storage is out nothing is taken and nothing is lost', async () => {
  const [uploaded, noticeId] = [await ink(), await outing()]
  for (const target of ['storage:batchGetDownloadUrl', 'storage:getUploadMetadata']) {
    await school.cloud.control('faults.set', { target, mode: 'fail' })
    expect(await school.ask(MOTHER, 'slip.sign', signing(noticeId, uploaded))).toMatchObject({
      error: { code: 'TRY_AGAIN' },
    })
    await school.cloud.control('faults.clear')
  }
  expect(await school.get(MOTHER, 'slip.sign', signing(noticeId, uploaded))).toMatchObject({ first: true })
})

test('no action looks through a collection without an index', async () => {
  const { scans, actions } = await school.cloud.control<{
    scans: unknown[]
    actions: Partial<Record<ActionName, unknown>>
  }>('counters.read')
  expect(actions).toHaveProperty(['slip.sign'])
  expect(scans).toEqual([])
})
