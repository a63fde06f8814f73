// Decides that a stylesheet imported by the runtime is its text (esbuild's text loader).
declare module '*.css' {
  const text: string
  export default text
}
