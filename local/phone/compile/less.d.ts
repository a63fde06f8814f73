// Decides what of LESS is used: the package brings no types of its own.
declare module 'less' {
  const less: { render(text: string, options: object): Promise<{ css: string; imports: string[] }> }
  export default less
}
