// Decides the actions on rolls.
import { rollRows } from '@class-pact/core/roll/contract'
import { serve } from '../../common/call/handlers'
import { contact } from './contact'
import { findRoll } from './find-roll'
import { read } from './read'
import { record } from './record'
import { save } from './save'

export const actions = serve(
  rollRows,
  { roll: findRoll },
  {
    'roll.read': read,
    'roll.save': save,
    'roll.contact': contact,
    'roll.record': record,
  },
)
