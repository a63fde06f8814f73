// What other domains may use of register.
export type { RegistersDoc } from './documents'
export { listKeeping, lookUpRegisters, readRegisters, registerOf, registersOf } from './store'
export type { KeptRegister, RegistersRow } from './store'
