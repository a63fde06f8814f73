// Decides how a test gets a bureau over a school: by the doors, as principals and bureaus come to it.
import type { ActionName, Input, Output } from '@class-pact/core/contract'

export const BUREAU_NAME = '浦东新区教育局'
export const PERSON = '刘志远'

interface Cloud {
  get<Name extends ActionName>(openid: string, action: Name, input: Input<Name>): Promise<Output<Name>>
}
interface Over {
  schoolId: string
  principal: string
  by: string
}

/** The token of a card. */
export async function inviteBureau(cloud: Cloud, { schoolId, principal }: Omit<Over, 'by'>): Promise<string> {
  const seat = await cloud.get(principal, 'bureau.invite', { schoolId, bureau: BUREAU_NAME, name: PERSON })
  return seat.path?.split('token=')[1] ?? ''
}

/** Seats the bureau, unless it sits there already. The key of its identity. */
export async function bureauOver(cloud: Cloud, { schoolId, principal, by }: Over): Promise<string> {
  const { state } = await cloud.get(principal, 'bureau.seat', { schoolId })
  if (state !== 'held') {
    const token = await inviteBureau(cloud, { schoolId, principal })
    await cloud.get(by, 'bureau.accept', { token, consent: true, name: PERSON })
    const { answered } = await cloud.get(principal, 'bureau.seat', { schoolId })
    await cloud.get(principal, 'bureau.confirm', { schoolId, seen: answered?.at ?? 0 })
  }
  const { identities } = await cloud.get(by, 'session.read', {})
  return identities[0]?.key ?? ''
}

/** The bureau with a number and a notice for the school. */
export async function aBureauOver(cloud: Cloud, over: Over & { title?: string }) {
  const { schoolId, principal, by, title = '秋季传染病防控' } = over
  const identity = await bureauOver(cloud, over)
  const wanted = { identity, schoolId, purpose: '山区图书', from: '2026-09-01', to: '2026-12-31' }
  const { permissionId, number } = await cloud.get(by, 'permission.issue', { ...wanted, uses: 'once' })
  const body = `关于${title}：请各校做好工作，提醒家长关注。`
  await cloud.get(by, 'bureau.send', { identity, title, body, replyMode: 'confirm' })
  const { notices } = await cloud.get(principal, 'bureau.received', { schoolId })
  return { identity, permissionId, number, letterId: notices[0]?.letterId ?? '' }
}
