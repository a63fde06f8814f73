// Proves the envelope of every call: one id for one intent, sent again only when no answer came.
import { call, createSender, uploadFile } from '../../../miniprogram/services/cloud'
import { uploadAll } from '../../../miniprogram/services/upload'
import { installWx, type FakeWx } from './fake-wx'

let fake: FakeWx
beforeEach(() => {
  fake = installWx()
})
const fail = (errMsg: string) => () => {
  throw { errMsg }
}
const sign = { noticeId: 'n1', classId: 'c1', childId: 'k1', version: 1, typedName: '于兰' }

test('a call names the function of its action, and carries action, id and input', async () => {
  fake.answers = [() => ({ ok: true, data: { consented: true } })]
  const reply = await call('session.read', {})
  expect(reply).toEqual({ ok: true, data: { consented: true } })
  expect(fake.calls[0]).toMatchObject({ name: 'api', data: { action: 'session.read', input: {} } })
  expect(fake.calls[0]?.data.requestId).toMatch(/^[0-9a-f]{32}$/)
})

test('given an importing action, when called, then the exporter answers', async () => {
  await call('roster.preview', { schoolId: 's1', fileId: 'cloud://x' })
  expect(fake.calls[0]?.name).toBe('exporter')
})

test('G18 given a broken line, when it holds on the second try, then the same id was sent twice', async () => {
  fake.answers = [fail('cloud.callFunction:fail request:fail'), () => ({ ok: true, data: {} })]
  expect((await call('slip.sign', sign)).ok).toBe(true)
  expect(fake.calls).toHaveLength(2)
  expect(fake.calls[0]?.data.requestId).toBe(fake.calls[1]?.data.requestId)
})

test('G18 given no network, then the code is OFFLINE and nothing is thrown', async () => {
  fake.answers = [fail('cloud.callFunction:fail request:fail timeout')]
  expect(await call('session.read', {})).toEqual({ ok: false, error: { code: 'OFFLINE' } })
})

test('given a function that breaks, then the code is TRY_AGAIN and it is not called again', async () => {
  fake.answers = [fail('cloud.callFunction:fail errCode: -404011 cloud function execution error')]
  expect(await call('session.read', {})).toEqual({ ok: false, error: { code: 'TRY_AGAIN' } })
  expect(fake.calls).toHaveLength(1)
})

test('given an answer that is no reply, then the code is TRY_AGAIN', async () => {
  fake.answers = [() => 'nonsense']
  expect(await call('session.read', {})).toEqual({ ok: false, error: { code: 'TRY_AGAIN' } })
})

test('a refusal is handed on as it is', async () => {
  fake.answers = [() => ({ ok: false, error: { code: 'SEATS_FULL', rule: 'M01' } })]
  expect(await call('session.read', {})).toEqual({ ok: false, error: { code: 'SEATS_FULL', rule: 'M01' } })
})

describe('one intent', () => {
  test('G18 given a lost answer, when the person taps again, then the id is the same', async () => {
    fake.answers = [fail('request:fail')]
    const send = createSender('slip.sign')
    await send(sign)
    fake.answers = [() => ({ ok: true, data: {} })]
    await send(sign)
    expect(new Set(fake.calls.map(({ data }) => data.requestId)).size).toBe(1)
  })

  test('given a changed input or an earlier success, then it is a new intent', async () => {
    const send = createSender('slip.sign')
    await send(sign)
    await send(sign)
    await send({ ...sign, typedName: '于兰兰' })
    expect(new Set(fake.calls.map(({ data }) => data.requestId)).size).toBe(3)
  })
})

describe('given files to upload', () => {
  test('the cloud says where they go, and they come back as their ids in order', async () => {
    fake.answers = [() => ({ ok: true, data: { paths: ['uploads/m/photo/a', 'uploads/m/photo/b'] } })]
    expect(await uploadAll('photo', ['/tmp/1.jpg', '/tmp/2.jpg'])).toEqual({
      ok: true,
      data: ['cloud://x/uploads/m/photo/a', 'cloud://x/uploads/m/photo/b'],
    })
    expect(fake.calls[0]?.data).toMatchObject({ action: 'upload.prepare', input: { purpose: 'photo', count: 2 } })
  })

  test('a roster says whose school it is of', async () => {
    fake.answers = [() => ({ ok: true, data: { paths: ['uploads/m/roster/s1/a'] } })]
    await uploadAll('roster', ['/tmp/r.xlsx'], 's1')
    expect(fake.calls[0]?.data.input).toEqual({ purpose: 'roster', count: 1, schoolId: 's1' })
  })

  test('no files ask for nothing, and a refused place is handed on', async () => {
    expect(await uploadAll('proof', [])).toEqual({ ok: true, data: [] })
    expect(fake.calls).toEqual([])
    fake.answers = [() => ({ ok: false, error: { code: 'UPLOADS_FULL' } })]
    expect(await uploadAll('proof', ['/tmp/1.jpg'])).toEqual({ ok: false, error: { code: 'UPLOADS_FULL' } })
  })
})

test('an uploaded file comes back as its id', async () => {
  expect(await uploadFile('signatures/a.png', '/tmp/a.png')).toEqual({ ok: true, data: 'cloud://x/signatures/a.png' })
})
