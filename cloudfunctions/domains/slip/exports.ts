// Decides what of slips the exporter answers: sheets are drawn and a workbook is written, which is heavy.
import { slipPrintRows } from '@class-pact/core/slip/contract'
import { serve } from '../../common/call/handlers'
import { findBoard } from './find-slip'
import { printBoard } from './print-board'

export const actions = serve(slipPrintRows, { board: findBoard }, { 'board.print': printBoard })
