// Proves the small services of the phone: type scale, who is acting, what is kept offline.
import { TEMPLATE_IDS, type Identity, type Session } from '@class-pact/core/contract'
import { installWx, type FakeWx } from './fake-wx'

let fake: FakeWx
beforeEach(() => {
  jest.resetModules()
  fake = installWx()
})

const identity = (key: string, more: Partial<Identity> = {}): Identity => ({
  key,
  role: 'guardian',
  schoolId: 's1',
  schoolName: '幸福街小学',
  schoolKind: 'primary',
  card: key,
  ...more,
})
const session = (identities: Identity[]): Session => ({ consented: true, identities, former: [], credits: {}, now: 0 })

describe('type scale', () => {
  test('follows WeChat between 1 and 1.65', async () => {
    const { readFontScale } = await import('../../../miniprogram/services/font-scale')
    fake.fontSizeScaleFactor = 0.88
    expect(readFontScale()).toBe(1)
    fake.fontSizeScaleFactor = 1.4
    expect(readFontScale()).toBe(1.4)
    fake.fontSizeScaleFactor = 2
    expect(readFontScale()).toBe(1.65)
  })

  test('a choice in 我的 goes before WeChat', async () => {
    const { chooseFont, readFontScale } = await import('../../../miniprogram/services/font-scale')
    chooseFont('largest')
    expect(readFontScale()).toBe(1.65)
    chooseFont('follow')
    expect(readFontScale()).toBe(1)
  })
})

describe('who is acting', () => {
  const mother = identity('guardian:c1', { classId: 'k1', childId: 'c1' })
  const teacher = identity('head_teacher:k2', { role: 'head_teacher', classId: 'k2' })

  test('M15 the chosen identity is kept; pages that open together ask once', async () => {
    fake.answers = [() => ({ ok: true, data: session([mother, teacher]) })]
    const phone = await import('../../../miniprogram/services/session')
    await Promise.all([phone.openSession(), phone.openSession()])
    expect(fake.calls).toHaveLength(1)
    expect(phone.currentIdentity()?.key).toBe('guardian:c1')
    phone.chooseIdentity('head_teacher:k2')
    await phone.refreshSession()
    expect(phone.currentIdentity()?.key).toBe('head_teacher:k2')
  })

  test('M15 a deep link switches only when it has to', async () => {
    fake.answers = [() => ({ ok: true, data: session([mother, teacher]) })]
    const phone = await import('../../../miniprogram/services/session')
    await phone.openSession()
    expect(phone.switchTo(({ classId }) => classId === 'k1')).toBeUndefined()
    expect(phone.switchTo(({ classId }) => classId === 'k2')?.key).toBe('head_teacher:k2')
    expect(phone.switchTo(({ classId }) => classId === 'k9')).toBeUndefined()
    expect(phone.currentIdentity()?.key).toBe('head_teacher:k2')
  })

  test('G05 after leaving a class nothing that was read there stays on the phone', async () => {
    const phone = await import('../../../miniprogram/services/session')
    const { recallSeen, rememberSeen } = await import('../../../miniprogram/services/offline-cache')
    fake.answers = [() => ({ ok: true, data: session([mother, teacher]) })]
    await phone.refreshSession()
    rememberSeen('guardian:c1/today', { title: '秋游通知' }, 1)
    await phone.refreshSession()
    expect(recallSeen('guardian:c1/today')).toBeDefined()
    fake.answers = [() => ({ ok: true, data: session([teacher]) })]
    await phone.refreshSession()
    expect(recallSeen('guardian:c1/today')).toBeUndefined()
  })

  test('without a network the session of last time opens', async () => {
    fake.storage.set('session', session([mother]))
    fake.answers = [
      () => {
        throw { errMsg: 'request:fail' }
      },
    ]
    const phone = await import('../../../miniprogram/services/session')
    expect((await phone.openSession()).ok).toBe(true)
    expect(phone.currentIdentity()?.key).toBe('guardian:c1')
  })
})

describe('what was read', () => {
  test('the last good answer comes back with its time; old pages make room', async () => {
    const { recallSeen, rememberSeen, forgetSeen } = await import('../../../miniprogram/services/offline-cache')
    for (let page = 0; page < 41; page++) rememberSeen(`p${page}`, { page }, page)
    expect(recallSeen('p0')).toBeUndefined()
    expect(recallSeen('p40')).toEqual({ data: { page: 40 }, at: 40 })
    forgetSeen()
    expect(recallSeen('p40')).toBeUndefined()
    expect([...fake.storage.keys()].filter((key) => key.startsWith('seen'))).toEqual([])
  })
})

describe('reminders', () => {
  const notice = TEMPLATE_IDS.notice

  test('N10 an acceptance is written down', async () => {
    fake.subscription = { [notice]: 'accept' }
    const { askReminders } = await import('../../../miniprogram/services/reminders')
    expect(await askReminders(['notice'])).toBe(1)
    expect(fake.calls[0]?.data).toMatchObject({ action: 'reminders.accept', input: { templates: ['notice'] } })
  })

  test('N10 after a no nobody is asked for seven days', async () => {
    fake.subscription = { [notice]: 'reject' }
    const { askReminders, mayAskReminders } = await import('../../../miniprogram/services/reminders')
    expect(await askReminders(['notice'])).toBe(0)
    expect(mayAskReminders(Date.now() + 6 * 86_400_000)).toBe(false)
    expect(mayAskReminders(Date.now() + 7 * 86_400_000 + 1000)).toBe(true)
    fake.subscription = { [notice]: 'accept' }
    expect(await askReminders(['notice'])).toBe(0)
    expect(await askReminders(['notice'], { insist: true })).toBe(1)
  })

  test('a panel that cannot open delays nothing', async () => {
    fake.subscription = new Error('requestSubscribeMessage:fail')
    const { askReminders, mayAskReminders } = await import('../../../miniprogram/services/reminders')
    expect(await askReminders(['notice'])).toBe(0)
    expect(mayAskReminders(Date.now())).toBe(true)
  })
})

test('a scanned invitation gives its token, anything else none', async () => {
  const { readToken } = await import('../../../miniprogram/domains/join/scan')
  expect(readToken('packages/join/invite/invite?token=Ab3_x-9kQ2')).toBe('Ab3_x-9kQ2')
  expect(readToken('packages/join/invite/invite?scene=Ab3_x-9kQ2')).toBe('Ab3_x-9kQ2')
  expect(readToken('https://example.com/?a=1')).toBeUndefined()
})
