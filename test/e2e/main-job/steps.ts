// Decides the steps that many stories share: a school is opened, a file is handed over, a card is passed on.
import type { House } from './house'
import type { Phone } from './phone'

/** The phones that a test holds in its hand, by the names the house calls them. */
type PhoneName = 'principal' | 'head_teacher' | 'guardian'

/** The principal opens 向阳小学 with the code, and stands on the page that sets it up. */
export async function openSchool({ principal, activationCode }: House): Promise<void> {
  await principal.open('packages/school/setup/setup')
  await principal.type('激活码', activationCode)
  await principal.type('学校，', '向阳小学')
  await principal.type('姓名', '李一鸣')
  await principal.press('同意并开通')
}

/** The next file that the principal chooses from a chat. */
export const handFile = (house: House, name: string, content: string | Buffer) =>
  house.control('phone.nextFile', { phone: 'principal', name, base64: Buffer.from(content).toString('base64') })

/** The next question in a box is answered with yes. */
export const answerModal = (house: House, phone: PhoneName) => house.control('phone.nextModal', { phone, value: true })

/** The path behind the share button, as the card in the chat would open it. */
export async function sharedPath(phone: Phone, on = 'packages/class/invite/invite'): Promise<string> {
  const page = await phone.reach(on)
  await phone.find(['dock', '.primary'], '发给')
  const { path } = (await page.callMethod('onShareAppMessage', { from: 'button' })) as { path: string }
  return path
}

/** All documents of a collection. */
export const stored = async <Document>(house: House, collection: string): Promise<Document[]> =>
  (await house.control<{ documents: Document[] }>('data.export', { collection })).documents

/** A call that goes well. @throws the code of what went wrong */
export async function get<Data>(house: House, openid: string, action: string, input: unknown): Promise<Data> {
  const reply = await house.call<Data>(openid, action, input)
  if (!reply.ok) throw new Error(`${action}: ${reply.error.code}`)
  return reply.data
}

/** Whoever leads the school asks somebody in to lead a class, and confirms that it is them (M04). */
export async function seatHeadTeacher(house: House, classId: string, openid: string, name: string): Promise<void> {
  const invitation = { purpose: 'staff', classId, role: 'head_teacher' }
  const { token } = await get<{ token: string }>(house, 'o-principal', 'invitation.create', invitation)
  const joining = { token, consent: true, name, subject: '语文' }
  const { applicationId } = await get<{ applicationId: string }>(house, openid, 'join.staff', joining)
  await get(house, 'o-principal', 'application.decide', { applicationId, approve: true })
}
