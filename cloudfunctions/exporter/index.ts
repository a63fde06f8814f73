// Decides what phones reach here: the heavy and rare actions, which read and write files.
import { domains } from 'domains:exports'
import { answerCalls } from '../common/call/answer'
import { findPerson } from '../domains/person'

export const main = answerCalls(domains, findPerson)
