// Decides the actions on rules that were found wrong.
import { misjudgementRows } from '@class-pact/core/misjudgement/contract'
import { serve } from '../../common/call/handlers'
import { answerMisjudgement, findMisjudgement } from './answer'
import { listMisjudgements } from './list'
import { tellMisjudgement } from './tell'

export const actions = serve(
  misjudgementRows,
  { misjudgement: findMisjudgement },
  {
    'misjudgement.tell': tellMisjudgement,
    'misjudgement.list': listMisjudgements,
    'misjudgement.answer': answerMisjudgement,
  },
)
