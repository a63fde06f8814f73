// Decides the actions on reception days: a head teacher or leader opens them, families book (H13).
import { bookingRows } from '@class-pact/core/booking/contract'
import { serve, type Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeReceptions } from './describe-reception'
import { findClass, findReception, type FoundReceptions } from './find-reception'
import { noteBooking } from './note-booking'
import { closeReception, openReception } from './open-reception'
import { cancelSlot, takeSlot } from './take-slot'

const listReceptions: Handler<'booking.list', FoundReceptions> = (_input, session) =>
  Promise.resolve(succeed(describeReceptions(session.found, session)))

export const actions = serve(
  bookingRows,
  { class: findClass, reception: findReception },
  {
    'booking.list': listReceptions,
    'booking.open': openReception,
    'booking.close': closeReception,
    'booking.take': takeSlot,
    'booking.cancel': cancelSlot,
    'booking.note': noteBooking,
  },
)
