// Decides the shape of the automator's methods.

export type Parameters = Record<string, unknown>
export type MethodTable = Record<string, (parameters: Parameters) => unknown>
