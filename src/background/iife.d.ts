declare module '*?iife' {
  /** Where the bundled script lies in the built extension. */
  const file: string;
  export default file;
}
