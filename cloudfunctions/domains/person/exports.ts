// Decides what of a person the exporter answers: pages are drawn, which is heavy.
import { personPrintRows } from '@class-pact/core/person/contract'
import { serve } from '../../common/call/handlers'
import { printPerson } from './print-person'

export const actions = serve(personPrintRows, {}, { 'person.print': printPerson })
