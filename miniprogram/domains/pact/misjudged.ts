// Decides how a phone tells the school that a rule was wrong: only with the writer's consent to keep the words.
import { createSender } from '../../services/cloud'
import type { Why } from './explaining'

const tell = createSender('misjudgement.tell')

/** What is kept, where, and who sees it, before anything is sent. */
export async function offerMisjudged(): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: '告诉校长这是误判？',
    content: '这段话会留在本校，供校长调整公约时看，不写您的名字，不给学校以外的人。',
    confirmText: '同意，告诉',
    cancelText: '不用了',
  })
  return confirm
}

/** False: it did not go out. */
export async function tellMisjudged(
  schoolId: string,
  { rule, pactVersion }: { rule: string; pactVersion: number },
  { kind, verdict, text }: Why,
): Promise<boolean> {
  const reply = await tell({ schoolId, rule, pactVersion, verdict, kind, text, consents: true })
  return reply.ok
}
