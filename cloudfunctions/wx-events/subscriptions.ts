// Decides what it means that somebody has turned a message off in WeChat: its credits are gone.
import { TEMPLATE_IDS, TEMPLATES } from '@class-pact/core/contract'
import { people } from '../domains/person'

interface Line {
  TemplateId?: string
  SubscribeStatusString?: string
}

export interface SubscriptionEvent {
  FromUserName?: string
  /** One line or several, as WeChat turns its XML into JSON. */
  List?: Line | Line[]
}

export async function settleSubscriptions({ FromUserName: openid, List: list = [] }: SubscriptionEvent): Promise<void> {
  const rejected = [list].flat().filter(({ SubscribeStatusString }) => SubscribeStatusString === 'reject')
  const templates = TEMPLATES.filter((each) => rejected.some(({ TemplateId }) => TemplateId === TEMPLATE_IDS[each]))
  if (!openid || templates.length === 0) return
  await people.update({ _id: openid }, { $set: Object.fromEntries(templates.map((each) => [`credits.${each}`, 0])) })
}
