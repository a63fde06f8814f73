// Decides what lies before a bureau and the principals it sits over: a card, an answer, numbers, notices.
const [PRINCIPAL, SCHOOL, BUREAU] = ['demo-principal', 'demo-school', 'o-bureau']
const over = { schoolId: SCHOOL }

/** A card that was sent out. */
export const inviteBureau = async (house) => {
  const { state, path } = await house.call(PRINCIPAL, 'bureau.seat', over)
  if (state === 'invited') return path
  const asked = { ...over, bureau: '浦东新区教育局', name: '刘志远' }
  return (await house.call(PRINCIPAL, 'bureau.invite', asked)).path
}

/** Somebody has answered it. */
export const answerBureau = async (house) => {
  const [, token] = (await inviteBureau(house)).split('token=')
  await house.call(BUREAU, 'bureau.accept', { token, consent: true, name: '刘志远' })
}

/** It sits there, has issued a number, written a notice, and a night has passed. */
export const seatBureau = async (house) => {
  const { answered } = await house.call(PRINCIPAL, 'bureau.seat', over)
  await house.call(PRINCIPAL, 'bureau.confirm', { ...over, seen: answered.at })
  const { identities } = await house.call(BUREAU, 'session.read', {})
  const identity = identities[0].key
  const number = { identity, ...over, purpose: '山区小学图书', from: '2026-09-01', to: '2026-09-30' }
  await house.call(BUREAU, 'permission.issue', { ...number, uses: 'once' })
  await house.call(BUREAU, 'permission.issue', { ...number, purpose: '冬衣捐赠', to: '2026-12-31', uses: 'many' })
  const body = '秋季是流感高发期，请家长提醒孩子勤洗手、多通风；发热、咳嗽请在家休息，及时告诉老师。'
  await house.call(BUREAU, 'bureau.send', { identity, title: '秋季传染病防控提醒', body, replyMode: 'confirm' })
  await house.tick()
}
