// Decides the actions on entries of registers: one sheet, all of a page, the table, the figures, every next step.
import { entryRows } from '@class-pact/core/register/contract'
import { serve } from '../../common/call/handlers'
import { doPart, readEntry } from './do-part'
import { fillGrid } from './fill-grid'
import { findEntry, findPart, findToVoid } from './find-entry'
import { findGrid } from './find-grid'
import { findSheet, findToWrite } from './find-sheet'
import { findSummary, findTable } from './find-table'
import { readGrid } from './read-grid'
import { readSheet } from './read-sheet'
import { readSummary } from './read-summary'
import { readTable } from './read-table'
import { voidEntry } from './void-entry'
import { writeEntry } from './write-entry'

export const actions = serve(
  entryRows,
  {
    sheet: findSheet,
    sheetToWrite: findToWrite,
    grid: findGrid,
    table: findTable,
    summary: findSummary,
    entry: findEntry,
    entryPart: findPart,
    entryToVoid: findToVoid,
  },
  {
    'register.read': readSheet,
    'register.write': writeEntry,
    'register.grid': readGrid,
    'register.fillGrid': fillGrid,
    'register.table': readTable,
    'register.summary': readSummary,
    'entry.read': readEntry,
    'entry.part': doPart,
    'entry.void': voidEntry,
  },
)
