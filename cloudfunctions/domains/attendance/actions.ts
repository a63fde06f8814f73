// Decides the actions on attendance.
import { attendanceRows } from '@class-pact/core/attendance/contract'
import { serve } from '../../common/call/handlers'
import { findDropout, noteStep, readDropout } from './dropout'
import { findChild } from './find-child'
import { findClass } from './find-class'
import { readChild } from './read-child'
import { readClass } from './read-class'
import { readDay } from './read-day'
import { readHealth } from './read-health'
import { findWarning, readWarning, report, verify } from './warning'

export const actions = serve(
  attendanceRows,
  { class: findClass, child: findChild, warning: findWarning, dropout: findDropout },
  {
    'attendance.day': readDay,
    'attendance.class': readClass,
    'attendance.child': readChild,
    'attendance.health': readHealth,
    'attendance.warning': readWarning,
    'attendance.verify': verify,
    'attendance.report': report,
    'attendance.dropout': readDropout,
    'attendance.step': noteStep,
  },
)
