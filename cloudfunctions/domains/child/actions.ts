// Decides the actions on one child.
import { childRows } from '@class-pact/core/child/contract'
import { serve } from '../../common/call/handlers'
import { addChild } from './add-child'
import { findChild, findClass } from './find-child'
import { confirmLeaving, leaveChild, returnChild } from './leave-child'
import { moveChild } from './move-child'
import { readChild } from './read-child'
import { renameChild } from './rename-child'

export const actions = serve(
  childRows,
  { child: findChild, class: findClass },
  {
    'child.read': readChild,
    'child.add': addChild,
    'child.rename': renameChild,
    'child.move': moveChild,
    'child.leave': leaveChild,
    'child.confirm': confirmLeaving,
    'child.return': returnChild,
  },
)
